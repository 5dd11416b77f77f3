import fc from 'fast-check';
import { addDays, startOfDay, toDay, type Day } from '../kernel/day';
import { parseAmount } from '../kernel/money';
import type { SimpleTrigger, TrancheTrigger } from './rule-set.types';
import { smallRound } from './small-round.fixture';
import type { DatedOutcome, TrancheFacts } from './tranche-facts';
import { factsWith, noonOf, outcome, standing } from './tranche-facts.fixture';
import { daysOfTrigger, isTriggered } from './tranche-triggers';

const names = smallRound();
const ask = (trigger: TrancheTrigger, given: Partial<TrancheFacts> = {}) =>
  isTriggered(trigger, factsWith({ tranche: 'second', ...given }), names);

const account = (acceptedOn: string, yuan: string) => ({
  acceptedAt: noonOf(acceptedOn),
  spentFen: parseAmount(yuan),
});

const paidFirst = [standing('first', '1000.00', '2020-06-01'), standing('second')];

/** Each trigger with a record in which it is there, since which day, and the nearest one in which it is not. */
const cases: readonly [TrancheTrigger, Partial<TrancheFacts>, string, Partial<TrancheFacts>][] = [
  [{ variant: 'contract-signed' }, { signedAt: noonOf('2020-05-30') }, '2020-05-30', {}],
  [{ variant: 'notice-ended' }, { noticeEndedAt: noonOf('2020-05-09') }, '2020-05-09', {}],
  [
    { variant: 'evaluation-passed', evaluation: 'midterm' },
    { evaluations: new Map([['midterm', outcome('pass', true, '2020-10-01')]]) },
    '2020-10-01',
    { evaluations: new Map([['final', outcome('pass', true, '2020-10-01')]]) },
  ],
  [
    { variant: 'evaluation-graded', evaluation: 'final', factors: [] },
    { evaluations: new Map([['final', outcome('fail', false, '2020-10-01')]]) },
    '2020-10-01',
    {},
  ],
  [
    { variant: 'report-approved', report: 'midterm' },
    { reports: new Map([['midterm', noonOf('2020-09-01')]]) },
    '2020-09-01',
    { reports: new Map([['final', noonOf('2020-09-01')]]) },
  ],
  [
    { variant: 'months-after-start', months: 6 },
    { startedOn: toDay('2020-06-12'), now: startOfDay(toDay('2020-12-12')) },
    '2020-12-12',
    {
      startedOn: toDay('2020-06-12'),
      now: new Date(startOfDay(toDay('2020-12-12')).getTime() - 1),
    },
  ],
  [
    { variant: 'on-day', day: toDay('2020-09-01') },
    { now: startOfDay(toDay('2020-09-01')) },
    '2020-09-01',
    { now: new Date(startOfDay(toDay('2020-09-01')).getTime() - 1) },
  ],
  [
    { variant: 'spent-share', share: '0.75' },
    { tranches: paidFirst, accounts: [account('2020-08-01', '750.00')] },
    '2020-08-01',
    { tranches: paidFirst, accounts: [account('2020-08-01', '749.99')] },
  ],
  [
    { variant: 'tranche-settled', tranche: 'first' },
    { tranches: paidFirst, accounts: [account('2020-08-01', '1000.00')] },
    '2020-08-01',
    { tranches: paidFirst, accounts: [account('2020-08-01', '999.99')] },
  ],
  [
    { variant: 'accepted', by: 'organizer' },
    { acceptedAt: noonOf('2020-12-01') },
    '2020-12-01',
    {},
  ],
];

describe('isTriggered', () => {
  it.each(cases)('finds %j there, and waits for it in the nearest record without it', (...it) => {
    const [trigger, there, since, missing] = it;
    const found = ask(trigger, there);
    expect(found).toMatchObject({ answer: 'yes' });
    expect(found.explanation.words.zh).toContain(`——${since}满足`);
    expect(found.explanation.words.en).not.toMatch(/[——；]/u);
    expect(ask(trigger, missing)).toMatchObject({ answer: 'awaits', what: [trigger] });
  });

  it('says since when, by which rule, and from which sum', () => {
    const [trigger, facts] = cases[7]!;
    expect(ask(trigger, facts)).toEqual({
      answer: 'yes',
      since: noonOf('2020-08-01'),
      explanation: {
        rule: '/tranches/second/trigger',
        inputs: { 'spent-share 0.75': 'yes' },
        arithmetic: 'spent-share 0.75: 750.00 ≥ 1000.00 × 0.75',
        words: {
          zh: '经审核的支出达到此前已拨付资金的75%——2020-08-01满足',
          en: 'the accepted accounts show 75 % of what was paid before as spent - met on 2020-08-01',
        },
      },
    });
  });

  it('names the day before which it cannot come', () => {
    const { explanation } = ask(
      { variant: 'on-day', day: toDay('2020-09-01') },
      {
        now: noonOf('2020-08-31'),
      },
    );
    expect(explanation.words.en).toBe('from 2020-09-01 on - not yet, not before 2020-09-01');
  });

  it('calls evaluations, reports and tranches by their names', () => {
    const passed = ask({ variant: 'evaluation-passed', evaluation: 'midterm' });
    expect(passed.explanation.words.zh).toBe('中期评估合格——尚未满足');
  });

  describe('of a failed evaluation', () => {
    const trigger = { variant: 'evaluation-passed', evaluation: 'midterm' } as const;
    const failed = (more: Partial<DatedOutcome>) =>
      ask(trigger, {
        evaluations: new Map([['midterm', outcome('fail', false, '2020-10-01', more)]]),
      });

    it('never comes when nothing can make it good', () => {
      expect(failed({})).toMatchObject({ answer: 'no', since: noonOf('2020-10-01') });
    });

    it('waits as long as it may be made good', () => {
      expect(failed({ mayBeMadeGood: true }).answer).toBe('awaits');
    });

    it('is there once it was made good', () => {
      const madeGoodAt = noonOf('2020-11-01');
      expect(failed({ mayBeMadeGood: true, madeGoodAt })).toMatchObject({
        answer: 'yes',
        since: madeGoodAt,
      });
    });
  });

  it('does not count what was spent before anything was paid, nor accounts from before the payment', () => {
    const late = { tranches: paidFirst, accounts: [account('2020-05-31', '1000.00')] };
    expect(ask({ variant: 'spent-share', share: '0' }, late).answer).toBe('awaits');
    expect(ask({ variant: 'tranche-settled', tranche: 'first' }, late).answer).toBe('awaits');
  });

  it('never settles a tranche that pays nothing', () => {
    const tranches = [standing('first', '0.00'), standing('second')];
    expect(ask({ variant: 'tranche-settled', tranche: 'first' }, { tranches }).answer).toBe('no');
  });

  describe('of several together', () => {
    const both: TrancheTrigger = {
      variant: 'all-of',
      triggers: [{ variant: 'contract-signed' }, { variant: 'on-day', day: toDay('2020-09-01') }],
    };
    const signedAt = noonOf('2020-05-30');

    it('is there since the last of them', () => {
      const now = noonOf('2020-09-02');
      expect(ask(both, { signedAt, now })).toMatchObject({
        answer: 'yes',
        since: startOfDay(toDay('2020-09-01')),
      });
    });

    it('waits for those that are missing', () => {
      expect(ask(both, { signedAt, now: noonOf('2020-08-01') })).toMatchObject({
        answer: 'awaits',
        what: [both.triggers[1]],
      });
    });

    it('never comes when one of them never does, whatever the others are', () => {
      const trigger: TrancheTrigger = {
        variant: 'all-of',
        triggers: [
          { variant: 'evaluation-passed', evaluation: 'midterm' },
          { variant: 'accepted', by: 'organizer' },
        ],
      };
      const evaluations = new Map([['midterm', outcome('fail', false, '2020-10-01')]]);
      expect(ask(trigger, { evaluations }).answer).toBe('no');
    });
  });
});

describe('daysOfTrigger', () => {
  it('gives the days at which the calendar decides, as far as they are known', () => {
    const trigger: TrancheTrigger = {
      variant: 'all-of',
      triggers: [
        { variant: 'on-day', day: toDay('2020-09-01') },
        { variant: 'months-after-start', months: 1 },
        { variant: 'contract-signed' },
      ],
    };
    expect(daysOfTrigger(trigger, { startedOn: toDay('2020-01-31') })).toEqual([
      '2020-09-01',
      '2020-02-29',
    ]);
    expect(daysOfTrigger(trigger, { startedOn: null })).toEqual(['2020-09-01']);
  });
});

/** What can happen to a project, one thing a day. */
type Happening = (facts: TrancheFacts, day: Day) => TrancheFacts;

const happenings: readonly Happening[] = [
  (facts, day) => ({
    ...facts,
    signedAt: facts.signedAt ?? noonOf(day),
    startedOn: facts.startedOn ?? day,
  }),
  (facts, day) => ({ ...facts, noticeEndedAt: facts.noticeEndedAt ?? noonOf(day) }),
  (facts, day) => ({ ...facts, acceptedAt: facts.acceptedAt ?? noonOf(day) }),
  (facts, day) => graded(facts, outcome('pass', true, day)),
  (facts, day) => graded(facts, outcome('fail', false, day)),
  (facts, day) => graded(facts, outcome('fail', false, day, { mayBeMadeGood: true })),
  (facts, day) => {
    const midterm = facts.evaluations.get('midterm');
    if (midterm?.mayBeMadeGood !== true || midterm.madeGoodAt !== undefined) return facts;
    const good = { ...midterm, madeGoodAt: noonOf(day) };
    return { ...facts, evaluations: new Map([['midterm', good]]) };
  },
  (facts, day) => ({ ...facts, reports: new Map([['midterm', noonOf(day)], ...facts.reports]) }),
  ...['300.00', '700.00', '1500.00'].map<Happening>((yuan) => (facts, day) => ({
    ...facts,
    accounts: [...facts.accounts, account(day, yuan)],
  })),
  ...[0, 1].map<Happening>((place) => (facts, day) => ({
    ...facts,
    tranches: facts.tranches.map((tranche, at) =>
      at === place && tranche.paidAt === null ? standing(tranche.code, '800.00', day) : tranche,
    ),
  })),
  (facts) => facts,
];

function graded(facts: TrancheFacts, found: DatedOutcome): TrancheFacts {
  return facts.evaluations.has('midterm')
    ? facts
    : { ...facts, evaluations: new Map([['midterm', found]]) };
}

const simple: readonly SimpleTrigger[] = [
  { variant: 'contract-signed' },
  { variant: 'notice-ended' },
  { variant: 'evaluation-passed', evaluation: 'midterm' },
  { variant: 'report-approved', report: 'midterm' },
  { variant: 'spent-share', share: '0.5' },
  { variant: 'months-after-start', months: 1 },
  { variant: 'on-day', day: toDay('2020-01-20') },
  { variant: 'tranche-settled', tranche: 'first' },
  { variant: 'accepted', by: 'organizer' },
];

const triggers: fc.Arbitrary<TrancheTrigger> = fc.oneof(
  fc.constantFrom<TrancheTrigger>(...simple, {
    variant: 'evaluation-graded',
    evaluation: 'midterm',
    factors: [],
  }),
  fc
    .subarray([...simple], { minLength: 2, maxLength: 6 })
    .map((of): TrancheTrigger => ({ variant: 'all-of', triggers: of })),
);

describe('a trigger that is there', () => {
  it('stays there, since the same moment, whatever happens later', () => {
    const start = factsWith({
      tranche: 'last',
      tranches: [standing('first'), standing('second'), standing('last')],
    });
    fc.assert(
      fc.property(
        triggers,
        fc.array(fc.constantFrom(...happenings), { minLength: 1, maxLength: 60 }),
        (trigger, row) => {
          let facts = start;
          let before = isTriggered(trigger, { ...start, now: noonOf('2019-12-31') }, names);
          row.forEach((happen, n) => {
            const day = addDays(toDay('2020-01-01'), n);
            facts = { ...happen(facts, day), now: noonOf(day) };
            const after = isTriggered(trigger, facts, names);
            if (before.answer !== 'awaits') {
              expect(after.answer).toBe(before.answer);
              expect(after).toHaveProperty('since', before.since);
            }
            before = after;
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
