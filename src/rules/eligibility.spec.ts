import { toDay } from '../kernel/day';
import { checkEligibility, deciderOf, questionOfCheck } from './eligibility';
import { candidate, type CandidateChanges } from './eligibility.fixture';
import type {
  AnnualCheckPassed,
  BidsPerOrganization,
  Judged,
  PastEvaluationPassed,
  QualificationCheck,
  RegisteredFor,
  RuleSet,
} from './rule-set.types';
import { features } from './round-features.fixture';
import { smallRound } from './small-round.fixture';

const closesOn = toDay('2020-04-10');
const rules = smallRound(features.matchAndLimits);

const outcome = (
  check: QualificationCheck,
  changes: CandidateChanges = {},
  under: RuleSet = rules,
) => checkEligibility(check, candidate(changes), under, closesOn);

const text = { zh: '无违法记录', en: 'No violations' };
const day = toDay;
const ownFunds = (ownFundsFen: bigint): CandidateChanges => ({
  bid: { money: { ...candidate().bid.money!, ownFundsFen } },
});
const staff = (fen: bigint): CandidateChanges => ({
  bid: {
    money: {
      ...candidate().bid.money!,
      lines: new Map([
        ['staff', fen],
        ['activities', 8_000_000n],
      ]),
    },
  },
});
const graded = (passed: boolean, year = 2019, on = '2019-12-01') =>
  ({ evaluation: 'final', year, passed, on: day(on) }) as const;
const final: Omit<PastEvaluationPassed, 'whenNotTakenPart'> = {
  ...{ variant: 'past-evaluation-passed', evaluation: 'final', years: [2019] },
};

describe('checkEligibility', () => {
  it.each<[QualificationCheck, CandidateChanges, CandidateChanges]>([
    [{ variant: 'amount-within-rule' }, ownFunds(8_000_000n), ownFunds(7_999_999n)],
    [{ variant: 'amount-within-rule' }, {}, { bid: { money: null } }],
    [{ variant: 'credit-code-valid' }, {}, { party: { creditCode: null } }],
    [
      { variant: 'registered-for', minMonths: 12 },
      { party: { registeredOn: day('2019-04-10') } },
      { party: { registeredOn: day('2019-04-11') } },
    ],
    [{ variant: 'registered-for', minMonths: 0 }, {}, { party: { registeredOn: null } }],
    [
      { variant: 'registered-from', from: day('2018-01-01') },
      { party: { registeredOn: day('2018-01-01') } },
      { party: { registeredOn: day('2017-12-31') } },
    ],
    [
      { variant: 'registered-from', from: day('2000-01-01') },
      {},
      { party: { registeredOn: null } },
    ],
    [{ variant: 'not-sanctioned' }, {}, { record: { sanctions: ['breach'] } }],
    [
      { variant: 'bids-per-organization', max: 2 },
      { bid: { placeOfOrganization: 2 } },
      { bid: { placeOfOrganization: 3 } },
    ],
    [{ variant: 'form-complete' }, {}, { bid: { faults: 1 } }],
    [
      { variant: 'applicant-kind', kinds: ['foundation', 'enterprise'] },
      { party: { kind: 'enterprise' } },
      { party: { kind: 'association' } },
    ],
    [
      { variant: 'assessment-grade-at-least', grade: '3A' },
      { party: { assessmentGrade: '3A' } },
      { party: { assessmentGrade: '2A' } },
    ],
    [
      { variant: 'assessment-grade-at-least', grade: '1A' },
      {},
      { party: { assessmentGrade: null } },
    ],
    [
      { variant: 'assessment-grade-at-least', grade: '3A' },
      { party: { assessmentValidUntil: closesOn } },
      { party: { assessmentValidUntil: day('2020-04-09') } },
    ],
    [
      { variant: 'annual-check-passed', years: [2018, 2019] },
      { record: { annualChecks: [2018, 2019].map((year) => ({ year, passed: true })) } },
      { record: { annualChecks: [{ year: 2019, passed: false }] } },
    ],
    [
      { variant: 'annual-check-passed', years: [2018] },
      {
        record: {
          annualChecks: [
            { year: 2018, passed: true },
            { year: 2019, passed: false },
          ],
        },
      },
      {
        record: {
          annualChecks: [
            { year: 2018, passed: true },
            { year: 2018, passed: false },
          ],
        },
      },
    ],
    [
      { ...final, whenNotTakenPart: 'fail' },
      { record: { evaluations: [graded(true)] } },
      { record: { evaluations: [graded(true), graded(false)] } },
    ],
    // What is of another year, of another kind or graded after the call is no part in it.
    [
      { ...final, whenNotTakenPart: 'pass' },
      { record: { evaluations: [graded(false, 2018), graded(false, 2019, '2020-04-11')] } },
      { record: { evaluations: [graded(false, 2019, '2020-04-10')] } },
    ],
    [
      { variant: 'past-evaluation-passed', evaluation: 'midterm', whenNotTakenPart: 'pass' },
      { record: { evaluations: [graded(false)] } },
      { record: { evaluations: [{ ...graded(false, 1999), evaluation: 'midterm' }] } },
    ],
    [
      { variant: 'no-open-project' },
      { record: { projects: [{ year: 2019, startedOn: day('2019-02-01'), settledOn: closesOn }] } },
      { record: { projects: [{ year: 2019, startedOn: closesOn, settledOn: null }] } },
    ],
    [
      { variant: 'no-open-project' },
      { record: { projects: [{ year: 2020, startedOn: day('2020-04-11'), settledOn: null }] } },
      {
        record: {
          projects: [{ year: 2019, startedOn: day('2019-02-01'), settledOn: day('2020-04-11') }],
        },
      },
    ],
    [
      { variant: 'declared', code: 'clean', statement: text },
      { bid: { declarations: new Set(['clean']) } },
      { bid: { declarations: new Set(['other']) } },
    ],
    [
      { variant: 'attached', code: 'licence', document: text },
      { bid: { documents: new Set(['licence']) } },
      {},
    ],
    [{ variant: 'own-match-reached' }, ownFunds(2_000_000n), ownFunds(1_999_999n)],
    [{ variant: 'own-match-reached' }, {}, { bid: { money: null } }],
    [{ variant: 'cost-limits-kept' }, staff(4_000_000n), staff(4_000_001n)],
    [{ variant: 'cost-limits-kept' }, staff(4_000_000n), { bid: { money: null } }],
    // Without a grant no share of it can be held.
    [{ variant: 'cost-limits-kept' }, staff(4_000_000n), ownFunds(30_000_000n)],
  ])('passes %j on %o, and fails it on %o', (check, passing, failing) => {
    expect(outcome(check, passing)).toMatchObject({ verdict: 'pass' });
    expect(outcome(check, failing)).toMatchObject({ verdict: 'fail' });
  });

  it('counts for a scoped limit the bids for which it stands', () => {
    const check: BidsPerOrganization = {
      ...{ variant: 'bids-per-organization', max: 1, for: { categories: ['elderly'] } },
    };
    const after = (...categories: string[]): CandidateChanges => ({
      bid: {
        placeOfOrganization: categories.length + 1,
        earlierOfOrganization: categories.map((category) => ({ category, applicantClass: null })),
      },
    });
    expect(outcome(check, after('youth', 'relief')).verdict).toBe('pass');
    expect(outcome(check, after('youth', 'elderly')).verdict).toBe('fail');
  });

  it('passes or fails whoever did not take part as the rules say', () => {
    expect(outcome({ ...final, whenNotTakenPart: 'pass' })).toMatchObject({
      verdict: 'pass',
      explanation: { words: { zh: '2019年度未参加末期评估，按规则不影响申报。' } },
    });
    expect(outcome({ ...final, whenNotTakenPart: 'fail' })).toMatchObject({
      verdict: 'fail',
      explanation: { words: { zh: '2019年度未参加末期评估，按规则不符合条件。' } },
    });
  });

  it('leaves to a person what the record of annual checks does not have, and says what is missing', () => {
    const check: AnnualCheckPassed = { variant: 'annual-check-passed', years: [2018, 2019] };
    expect(outcome(check, { record: { annualChecks: [{ year: 2018, passed: true }] } })).toEqual({
      verdict: 'undecided',
      by: 'organizer',
      explanation: {
        ...{ rule: '/qualification/annual-check-passed', inputs: {}, arithmetic: '' },
        words: {
          zh: '信用记录中没有2019年度的年检结果，由人判断是否合格。',
          en: 'The record does not have the annual checks of 2019; a person decides whether they were passed.',
        },
      },
    });
    expect(questionOfCheck(check)).toEqual({
      zh: '2018、2019年度年检是否合格？',
      en: 'Were the annual checks of 2018, 2019 passed?',
    });
  });

  it('leaves a judged check to the duty that the rules name, or to the programme officer', () => {
    const check: Judged = { variant: 'judged', code: 'local', question: text };
    expect(outcome(check)).toMatchObject({ verdict: 'undecided', by: 'organizer' });
    expect(outcome({ ...check, by: 'streetOfficer' })).toMatchObject({ by: 'streetOfficer' });
    expect(questionOfCheck(check)).toBe(text);
    expect(deciderOf({ variant: 'form-complete' })).toBeNull();
    expect(questionOfCheck({ variant: 'form-complete' })).toBeNull();
  });

  it('names the rule, what went in, the sum and the reason in both languages', () => {
    const check: RegisteredFor = { variant: 'registered-for', minMonths: 12 };
    expect(outcome(check, { party: { registeredOn: day('2019-04-11') } })).toEqual({
      verdict: 'fail',
      facts: { registeredOn: '2019-04-11', minMonths: 12, closesOn },
      explanation: {
        rule: '/qualification/registered-for',
        inputs: { registeredOn: '2019-04-11', minMonths: '12', closesOn },
        arithmetic: '2020-04-11 > 2020-04-10',
        words: {
          zh: '登记日期为2019-04-11，满12个月之日为2020-04-11，截止日2020-04-10时未满。',
          en: 'Registered on 2019-04-11, the organization reaches 12 months on 2020-04-11, later than the last day of the call, 2020-04-10.',
        },
      },
    });
  });

  it('tells what a rule of money refuses as that rule does', () => {
    const check = outcome({ variant: 'own-match-reached' }, ownFunds(1_999_999n));
    expect(check).toMatchObject({
      facts: { why: 'MATCH.BELOW_SHARE', match: '19999.99', least: '20000.00' },
      explanation: { rule: '/match', arithmetic: expect.stringContaining('<') as string },
    });
    const greedy = outcome({ variant: 'amount-within-rule' }, ownFunds(0n));
    expect(greedy).toMatchObject({
      facts: { why: 'GRANT.ABOVE_SHARE' },
      explanation: { words: { zh: expect.stringContaining('超过') as string } },
    });
  });
});
