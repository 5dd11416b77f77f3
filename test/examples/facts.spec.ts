import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { leadsSomewhere } from '../../src/rules/json-pointer';
import { factsOf, formOf, readCases, type RecordedFact } from './case-facts';
import { contradicts, valueAt } from './said-as';

const rounds = join(__dirname, '../../examples/rounds');
const { cases: recorded } = JSON.parse(readFileSync(join(rounds, 'facts.json'), 'utf8')) as {
  readonly cases: Readonly<Record<string, readonly RecordedFact[]>>;
};
const cases = readCases();
const entries = Object.entries(recorded).map(([id, facts]) => ({ id, facts }));

/** Reports what is held against the cases, or, where they are absent, says so and passes. */
const withCases = cases === undefined ? it.skip : it;
if (cases === undefined) process.stdout.write('facts.spec: skipped, ../shared/cases is absent\n');

describe.each(entries)('the facts of $id', ({ id, facts }) => {
  const ruleSet = parse(readFileSync(join(rounds, `${id}.yaml`), 'utf8')) as unknown;

  it('lead to places in its rule set', () => {
    const lost = facts.filter(
      ({ in: places }) => places.length === 0 || places.some((at) => !leadsSomewhere(ruleSet, at)),
    );
    expect(lost).toEqual([]);
  });

  it('are decisions exactly where a person is asked', () => {
    const asks = (at: string) =>
      /^(\/parts)?\/decisions\/\d+/.test(at) || valueAt(ruleSet, `${at}/variant`) === 'judged';
    const wrong = facts.filter(
      ({ became, in: places }) => (became === 'decision') !== places.some(asks),
    );
    expect(wrong).toEqual([]);
  });

  withCases('are each leaf of the case, once, in its form', () => {
    const leaves = factsOf(cases?.get(id)).map(({ at, value }) => ({ at, form: formOf(value) }));
    expect(facts.map(({ at, form }) => ({ at, form }))).toEqual(leaves);
  });

  withCases('have the same value where the rule is a plain value', () => {
    const values = new Map(factsOf(cases?.get(id)).map(({ at, value }) => [at, value]));
    const wrong = facts.flatMap(({ at, in: places }) =>
      places
        .filter((place) => contradicts({ at, value: values.get(at) ?? '' }, ruleSet, place))
        .map((place) =>
          JSON.stringify({ at, said: values.get(at), place, is: valueAt(ruleSet, place) }),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the facts of all cases', () => {
  withCases('leave out no case', () => {
    expect(Object.keys(recorded)).toEqual([...(cases?.keys() ?? [])].sort());
  });

  it.each([
    ['numbers, dates and short texts', 0.95, (form: string) => form !== 'prose'],
    ['prose', 0.6, (form: string) => form === 'prose'],
  ])('are typed rules: of %s at least %d', (what, least, counts) => {
    const all = Object.values(recorded)
      .flat()
      .filter(({ form }) => counts(form));
    const rules = all.filter(({ became }) => became === 'rule');
    process.stdout.write(`facts.spec: ${what}: ${rules.length} of ${all.length} are typed rules\n`);
    expect(rules.length / all.length).toBeGreaterThanOrEqual(least);
  });
});
