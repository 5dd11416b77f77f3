import { toDay } from '../../kernel/day';
import { smallRound } from '../../rules/small-round.fixture';
import { features } from '../../rules/round-features.fixture';
import {
  askedChecks,
  outcomeOf,
  plannedChecks,
  standingOf,
  type CheckedBid,
} from './qualification-checks';

const closesOn = toDay('2020-04-10');
const rules = smallRound();
const sound: CheckedBid = {
  ...{ kind: 'service-institution', assessmentGrade: null, assessmentValidUntil: null },
  ...{ listings: [], annualChecks: [], evaluations: [], projects: [] },
  ...{ applicantClass: null, earlierOfOrganization: [] },
  ...{ declarations: new Set(), documents: new Set() },
  creditCode: '52440100MJ9900012Y',
  registeredOn: toDay('2015-06-01'),
  sanctions: [],
  placeOfOrganization: 1,
  category: 'elderly',
  budgetFen: 20_000_000n,
  ownFundsFen: 10_000_000n,
  requestedFen: 10_000_000n,
  faults: 0,
};
const planned = plannedChecks(rules);
const outcomes = (changes: Partial<CheckedBid> = {}) =>
  Object.fromEntries(
    planned.map((check) => [
      check.code,
      outcomeOf(check, { ...sound, ...changes }, rules, closesOn)?.verdict ?? null,
    ]),
  );

describe('plannedChecks', () => {
  it('begins with whether the bid can be read, and goes on as the rule set does', () => {
    expect(planned.map(({ code }) => code)).toEqual([
      'readable',
      'credit-code-valid',
      'registered-for',
      'not-sanctioned',
      'bids-per-organization',
      'form-complete',
      'amount-within-rule',
      'public-interest',
    ]);
  });

  it('gives each check a code of its own when a kind stands twice or a person’s has its name', () => {
    const odd = smallRound(({ qualification }) => {
      const question = { zh: '是否完整？', en: 'Is it complete?' };
      qualification.push(
        { variant: 'registered-for', minMonths: 24 },
        { variant: 'judged', code: 'form-complete', question },
      );
    });
    const codes = plannedChecks(odd).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['registered-for-2', 'form-complete-2']));
    expect(new Set(codes).size).toBe(codes.length);
    expect(plannedChecks(odd).at(-1)).toMatchObject({
      code: 'form-complete',
      check: { variant: 'judged' },
    });
  });
});

describe('askedChecks', () => {
  const bid = { category: 'elderly', applicantClass: 'new' };
  const codesOf = (changed = rules, of = bid) => askedChecks(changed, of).map(({ code }) => code);

  it('leaves out what is not for the bid, and keeps the codes of what is', () => {
    const scoped = smallRound(({ qualification }) => {
      qualification.push(
        { variant: 'registered-for', minMonths: 24, for: { categories: ['youth'] } },
        { variant: 'registered-for', minMonths: 36, for: { categories: ['elderly'] } },
      );
    });
    expect(codesOf(rules)).toEqual(planned.map(({ code }) => code));
    expect(codesOf(scoped)).toEqual([...codesOf(rules), 'registered-for-3']);
    const young = { ...bid, category: 'youth' };
    expect(codesOf(scoped, young)).toEqual([...codesOf(rules), 'registered-for-2']);
  });

  it('asks whether the party is of its class where the class is for some kinds alone', () => {
    const classes = smallRound(features.classes);
    expect(codesOf(classes)).not.toContain('applicant-class');
    const grown = { ...bid, applicantClass: 'grown' };
    expect(codesOf(classes, grown)).toEqual([
      'readable',
      'applicant-class',
      ...codesOf(rules).slice(1),
      'annual-check-passed',
    ]);
  });

  it('calls a declaration and a document by their own codes', () => {
    const declared = smallRound(features.cleanRecord);
    expect(codesOf(declared).slice(-4)).toEqual([
      ...['clean-of', 'clean-of-2', 'no-debts', 'licence'],
    ]);
  });
});

describe('outcomeOf', () => {
  it('passes a sound bid, and leaves to a person what is a person’s', () => {
    expect(outcomes()).toEqual({
      readable: 'pass',
      'credit-code-valid': 'pass',
      'registered-for': 'pass',
      'not-sanctioned': 'pass',
      'bids-per-organization': 'pass',
      'form-complete': 'pass',
      'amount-within-rule': 'pass',
      'public-interest': null,
    });
  });

  it.each<[string, Partial<CheckedBid>, Partial<CheckedBid>]>([
    ['credit-code-valid', { creditCode: null }, {}],
    [
      'registered-for',
      { registeredOn: toDay('2019-04-11') },
      { registeredOn: toDay('2019-04-10') },
    ],
    ['registered-for', { registeredOn: null }, {}],
    ['not-sanctioned', { sanctions: ['breach'] }, {}],
    ['bids-per-organization', { placeOfOrganization: 3 }, { placeOfOrganization: 2 }],
    ['form-complete', { faults: 1 }, {}],
    ['amount-within-rule', { ownFundsFen: 7_999_999n }, { ownFundsFen: 8_000_000n }],
    ['amount-within-rule', { budgetFen: null }, {}],
    ['readable', { requestedFen: null }, {}],
  ])('fails %s on %o, and passes it on %o', (code, failing, passing) => {
    expect(outcomes(failing)[code]).toBe('fail');
    expect(outcomes(passing)[code]).toBe('pass');
  });

  it('tells what a rule compared', () => {
    const registered = planned.find(({ code }) => code === 'registered-for')!;
    expect(outcomeOf(registered, sound, rules, closesOn)?.facts).toEqual({
      registeredOn: '2015-06-01',
      minMonths: 12,
      closesOn: '2020-04-10',
    });
    const amount = planned.find(({ code }) => code === 'amount-within-rule')!;
    const greedy = { ...sound, ownFundsFen: 0n };
    expect(outcomeOf(amount, greedy, rules, closesOn)?.facts).toMatchObject({
      why: 'GRANT.ABOVE_SHARE',
    });
  });

  it('fails who is not of the kinds of the class that the bid names', () => {
    const classes = smallRound(features.classes);
    const grown = { ...sound, applicantClass: 'grown' };
    const check = askedChecks(classes, grown)[1]!;
    expect(outcomeOf(check, { ...grown, kind: 'foundation' }, classes, closesOn)).toMatchObject({
      verdict: 'pass',
      explanation: { rule: '/applicants/classes/grown' },
    });
    expect(outcomeOf(check, grown, classes, closesOn)).toMatchObject({
      verdict: 'fail',
      facts: { class: 'grown', kind: 'service-institution' },
    });
  });

  it('holds own match and lines against the whole of what the application says', () => {
    const limited = smallRound(features.matchAndLimits);
    const [match, costs] = plannedChecks(limited).slice(-2);
    const lines = new Map([
      ['staff', 4_000_000n],
      ['activities', 16_000_000n],
    ]);
    expect(outcomeOf(match!, { ...sound, lines }, limited, closesOn)?.verdict).toBe('pass');
    const inKind = new Map([['in-kind', 1_999_999n] as const]);
    const unmatched = { ...sound, lines, match: inKind };
    expect(outcomeOf(match!, unmatched, limited, closesOn)?.verdict).toBe('fail');
    expect(outcomeOf(costs!, { ...sound, lines }, limited, closesOn)?.verdict).toBe('pass');
    const dear = new Map([['staff', 4_000_001n]]);
    expect(outcomeOf(costs!, { ...sound, lines: dear }, limited, closesOn)?.verdict).toBe('fail');
  });

  it('tells why in both languages, whatever it checks', () => {
    for (const check of planned.filter(({ code }) => code !== 'public-interest')) {
      const { words } = outcomeOf(check, sound, rules, closesOn)!.explanation;
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('holds a bid against the cap of its own category', () => {
    const capped = smallRound(({ categories }) => (categories[0]!.cap = '99999.99'));
    const amount = planned.find(({ code }) => code === 'amount-within-rule')!;
    expect(outcomeOf(amount, sound, capped, closesOn)).toMatchObject({
      verdict: 'fail',
      facts: { why: 'GRANT.ABOVE_CATEGORY_CAP', category: 'elderly', limit: '99999.99' },
    });
    const young = { ...sound, category: 'youth' };
    expect(outcomeOf(amount, young, capped, closesOn)?.verdict).toBe('pass');
  });
});

describe('standingOf', () => {
  const all = new Map(planned.map(({ code }) => [code, 'pass' as const]));

  it('is in with every check passed, and still open while one is missing', () => {
    expect(standingOf(planned, all)).toBe('qualify');
    const missing = new Map(all);
    missing.delete('public-interest');
    expect(standingOf(planned, missing)).toBeNull();
  });

  it('is out with one check failed, whatever is still missing', () => {
    expect(standingOf(planned, new Map([['form-complete', 'fail']]))).toBe('disqualify');
  });
});
