import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { addDays, dayOf, toDay, type Day } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import { standsFor } from './check-scope';
import { checkEligibility } from './eligibility';
import type { Listing } from './eligibility-candidate';
import { candidate, type CandidateChanges } from './eligibility.fixture';
import { readRuleSetText } from './rule-set-text';
import type { CleanOf, RuleSet } from './rule-set.types';

const roundOf = (id: string): RuleSet =>
  readRuleSetText(readFileSync(join(__dirname, `../../examples/rounds/${id}.yaml`), 'utf8'));

const lastDayOf = ({ timetable }: RuleSet) =>
  dayOf(new Date(toInstant(timetable.callClosesAt).getTime() - 1));

describe('Guangzhou 2023: three lists, three look-backs', () => {
  const rules = roundOf('cn-guangzhou-2023-r11');
  const closesOn = lastDayOf(rules);
  const checks = rules.qualification.filter((check) => check.variant === 'clean-of');
  const failedBy = (...listings: Listing[]) =>
    checks
      .filter(
        (check) =>
          checkEligibility(check, candidate({ record: { listings } }), rules, closesOn).verdict ===
          'fail',
      )
      .map(({ list }) => list);
  const ended = (list: CleanOf['list'], until: string): Listing => ({
    ...{ list, from: toDay('2019-01-01'), until: toDay(until) },
  });

  it('is checked as of 20 December 2023, the last day of the call', () => {
    expect(closesOn).toBe('2023-12-20');
    expect(checks.map(({ list, lookBackMonths }) => [list, lookBackMonths])).toEqual([
      ['abnormal-operations', 12],
      ['serious-violations', 24],
      ['major-violations', 36],
    ]);
  });

  it.each<[CleanOf['list'], string, string]>([
    ['abnormal-operations', '2022-12-20', '2022-12-19'],
    ['serious-violations', '2021-12-20', '2021-12-19'],
    ['major-violations', '2020-12-20', '2020-12-19'],
  ])('fails who was on %s until %s, and passes until the day before, %s', (list, last, before) => {
    expect(failedBy(ended(list, last))).toEqual([list]);
    expect(failedBy(ended(list, before))).toEqual([]);
  });

  it('tells each list from the others: what is long past for one is not for another', () => {
    const lists = ['abnormal-operations', 'serious-violations', 'major-violations'] as const;
    expect(failedBy(...lists.map((list) => ended(list, '2021-12-25')))).toEqual([
      'serious-violations',
      'major-violations',
    ]);
    expect(failedBy(ended('own-blacklist', '2023-12-20'))).toEqual([]);
  });

  it('counts what still stands, however long, and not what began after the call', () => {
    const list = 'abnormal-operations';
    expect(failedBy({ list, from: toDay('1999-01-01'), until: null })).toEqual([list]);
    expect(failedBy({ list, from: closesOn, until: null })).toEqual([list]);
    expect(failedBy({ list, from: toDay('2023-12-21'), until: null })).toEqual([]);
  });

  it('says why, with the entry and the look-back', () => {
    const listings = [ended('abnormal-operations', '2022-12-20')];
    expect(
      checkEligibility(checks[0]!, candidate({ record: { listings } }), rules, closesOn),
    ).toEqual({
      verdict: 'fail',
      facts: {
        ...{ list: 'abnormal-operations', lookBackMonths: 12, from: '2022-12-20', closesOn },
        entries: '2019-01-01/2022-12-20',
      },
      explanation: {
        rule: '/qualification/clean-of',
        inputs: {
          ...{ list: 'abnormal-operations', lookBackMonths: '12', from: '2022-12-20', closesOn },
          entries: '2019-01-01/2022-12-20',
        },
        arithmetic: '2022-12-20 ≥ 2022-12-20; 1 > 0',
        words: {
          zh: '在“活动异常名录”中有记录（2019-01-01至2022-12-20），回溯12个月，即2022-12-20至2023-12-20。',
          en: 'The organization is on the list of abnormal operations (from 2019-01-01 to 2022-12-20); the look-back of 12 months goes from 2022-12-20 to 2023-12-20.',
        },
      },
    });
  });
});

describe('Haishu 2023: three classes of applicants in one call', () => {
  const rules = roundOf('cn-haishu-2023-r12');
  const closesOn = lastDayOf(rules);
  /** What of the checks that stand for a class alone comes to. */
  const outcomes = (applicantClass: string, changes: CandidateChanges) => {
    const bid = { ...changes.bid, category: null, applicantClass };
    const one = candidate({ ...changes, bid });
    return rules.qualification
      .filter((check) => check.for !== undefined && standsFor(check, one.bid))
      .map((check) => [check.variant, checkEligibility(check, one, rules, closesOn).verdict]);
  };
  const declarations = new Set(['no-bad-record', 'accounting']);

  it('asks of the first class that it is new, and of nobody else', () => {
    const registered = (on: string): CandidateChanges => ({
      ...{ party: { registeredOn: toDay(on) }, bid: { declarations } },
    });
    expect(outcomes('start-up', registered('2021-01-01'))).toEqual([
      ['registered-from', 'pass'],
      ['declared', 'pass'],
      ['declared', 'pass'],
    ]);
    expect(outcomes('start-up', registered('2020-12-31'))[0]).toEqual(['registered-from', 'fail']);
  });

  it('asks of the second class its annual checks and the mid-term of 2022, unless it did not take part', () => {
    const checks = (passed: boolean) => [2020, 2021].map((year) => ({ year, passed }));
    const midterm = (passed: boolean) =>
      [{ evaluation: 'midterm', year: 2022, passed, on: toDay('2022-08-01') }] as const;
    expect(outcomes('street-centre', { record: { annualChecks: checks(true) } })).toEqual([
      ['annual-check-passed', 'pass'],
      ['past-evaluation-passed', 'pass'],
    ]);
    const record = { annualChecks: checks(false), evaluations: midterm(false) };
    expect(outcomes('street-centre', { record })).toEqual([
      ['annual-check-passed', 'fail'],
      ['past-evaluation-passed', 'fail'],
    ]);
    expect(outcomes('street-centre', { record: { evaluations: midterm(true) } })).toEqual([
      ['annual-check-passed', 'undecided'],
      ['past-evaluation-passed', 'pass'],
    ]);
  });

  it('asks of the third class its grade and the finals of 2020 and 2021, unless it did not take part', () => {
    const final = (year: number, passed: boolean) =>
      ({ evaluation: 'final', year, passed, on: toDay(`${year}-12-31`) }) as const;
    const rated = (grade: '2A' | '3A', ...evaluations: ReturnType<typeof final>[]) =>
      outcomes('rated', { party: { assessmentGrade: grade }, record: { evaluations } });
    expect(rated('3A')).toEqual([
      ['assessment-grade-at-least', 'pass'],
      ['past-evaluation-passed', 'pass'],
    ]);
    expect(rated('2A', final(2020, true), final(2021, false))).toEqual([
      ['assessment-grade-at-least', 'fail'],
      ['past-evaluation-passed', 'fail'],
    ]);
    // A final of 2019 is not asked about.
    expect(rated('3A', final(2019, false), final(2021, true))[1]).toEqual([
      'past-evaluation-passed',
      'pass',
    ]);
  });
});

describe('a look-back', () => {
  const rules = roundOf('cn-guangzhou-2023-r11');
  const days = fc.integer({ min: 0, max: 7_000 }).map((n) => addDays(toDay('2010-01-01'), n));
  const entries: fc.Arbitrary<Listing> = fc
    .tuple(
      fc.constantFrom<CleanOf['list']>('abnormal-operations', 'serious-violations'),
      days,
      fc.option(fc.integer({ min: 0, max: 3_000 })),
    )
    .map(([list, from, length]) => ({
      ...{ list, from, until: length === null ? null : addDays(from, length) },
    }));
  const months = fc.integer({ min: 0, max: 240 });
  const passes = (listings: readonly Listing[], lookBackMonths: number, closesOn: Day) => {
    const check = { variant: 'clean-of', list: 'abnormal-operations', lookBackMonths } as const;
    const one = candidate({ record: { listings } });
    return checkEligibility(check, one, rules, closesOn).verdict === 'pass';
  };

  it('never passes by one entry more who failed without it', () => {
    fc.assert(
      fc.property(
        ...[fc.array(entries, { maxLength: 5 }), entries, months, days],
        (listings, another, lookBack, closesOn) => {
          if (passes(listings, lookBack, closesOn)) return;
          expect(passes([...listings, another], lookBack, closesOn)).toBe(false);
        },
      ),
    );
  });

  it('never passes more who look back further', () => {
    fc.assert(
      fc.property(
        ...[fc.array(entries, { maxLength: 5 }), months, months, days],
        (listings, lookBack, more, closesOn) => {
          if (passes(listings, lookBack, closesOn)) return;
          expect(passes(listings, lookBack + more, closesOn)).toBe(false);
        },
      ),
    );
  });

  it('never asks how far back of what stands on the day', () => {
    fc.assert(
      fc.property(days, months, fc.integer({ min: 0, max: 400 }), (closesOn, lookBack, ago) => {
        const from = addDays(closesOn, -ago);
        const listing = { list: 'abnormal-operations', from, until: null } as const;
        expect(passes([listing], lookBack, closesOn)).toBe(false);
        expect(passes([{ ...listing, until: closesOn }], lookBack, closesOn)).toBe(false);
      }),
    );
  });
});
