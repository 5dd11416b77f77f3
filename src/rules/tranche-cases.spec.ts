import fc from 'fast-check';
import { toDay } from '../kernel/day';
import { parseAmount, printAmount, MAX_FEN } from '../kernel/money';
import type { TrancheRules } from './rule-set.types';
import { smallRound } from './small-round.fixture';
import { splitAward } from './tranche-amounts';
import { trancheDue } from './tranche-due';
import type { TrancheFacts } from './tranche-facts';
import { factsWith, noonOf, outcome, standing } from './tranche-facts.fixture';
import { loanOwed } from './tranche-loans';

const names = smallRound();
const thirtyDays = { n: 30, unit: 'calendarDays' } as const;

const tranche = (
  code: string,
  share: string,
  trigger: TrancheRules['trigger'],
  more: Partial<TrancheRules> = {},
): TrancheRules => ({
  ...{ code, share, trigger, meaning: 'advance', dueWithin: thirtyDays },
  name: { zh: code, en: code },
  ...more,
});

const signed = { variant: 'contract-signed' } as const;
const passed = (evaluation: string) => ({ variant: 'evaluation-passed', evaluation }) as const;

const amountsOf = (rules: readonly TrancheRules[], yuan: string) =>
  splitAward(rules, parseAmount(yuan)).map(({ amountFen }) => printAmount(amountFen));

/** What a tranche of some rules pays of 10,000.00 yuan by what happened; null while it waits. */
function pays(rules: readonly TrancheRules[], code: string, given: Partial<TrancheFacts>) {
  const of = rules.find((candidate) => candidate.code === code)!;
  const planned = splitAward(rules, parseAmount('10000.00')).find((part) => part.code === code)!;
  const due = trancheDue(of, planned.amountFen, factsWith({ tranche: code, ...given }), names);
  if (!due.isDue) return null;
  const { payableFen, releasedFen } = due.payable;
  expect(payableFen + releasedFen).toBe(planned.amountFen);
  return printAmount(payableFen);
}

describe('cn-binhai-2014: 50 / 40 / 10', () => {
  const rules = [
    tranche('first', '0.5', signed),
    tranche('second', '0.4', passed('midterm')),
    tranche('last', '0.1', passed('final'), { meaning: 'balance' }),
  ];

  it('cuts an award of 123,456.79 yuan to the fen', () => {
    expect(amountsOf(rules, '123456.79')).toEqual(['61728.39', '49382.72', '12345.68']);
  });

  it('pays the first on signing, the second only after the mid-term, nothing of it on a failed one', () => {
    expect(pays(rules, 'first', { signedAt: noonOf('2014-06-01') })).toBe('5000.00');
    expect(pays(rules, 'second', { signedAt: noonOf('2014-06-01') })).toBeNull();
    const midterm = (grade: string) =>
      new Map([['midterm', outcome(grade, grade === 'pass', '2014-10-01')]]);
    expect(pays(rules, 'second', { evaluations: midterm('pass') })).toBe('4000.00');
    expect(pays(rules, 'second', { evaluations: midterm('fail') })).toBe('0.00');
  });
});

describe('eu-two-instalments: 80 / 20, the last one reimbursed', () => {
  const rules = [
    tranche('first', '0.8', signed),
    tranche(
      'last',
      '0.2',
      { variant: 'report-approved', report: 'final' },
      {
        meaning: 'reimbursement',
      },
    ),
  ];
  const approved = (spent: string, before = '8000.00') => ({
    reports: new Map([['final', noonOf('2024-03-01')]]),
    accounts: [{ acceptedAt: noonOf('2024-03-01'), spentFen: parseAmount(spent) }],
    tranches: [standing('first', before, '2023-01-10'), standing('last')],
  });

  it('pays the rest when the whole grant was spent', () => {
    expect(pays(rules, 'last', approved('10000.00'))).toBe('2000.00');
  });

  it('pays no more than what was spent beyond the first, and never less than nothing', () => {
    expect(pays(rules, 'last', approved('9100.50'))).toBe('1100.50');
    expect(pays(rules, 'last', approved('12000.00'))).toBe('2000.00');
    expect(pays(rules, 'last', approved('7000.00'))).toBe('0.00');
  });

  it('waits for the report, for accepted accounts, and until the first instalment is known', () => {
    expect(pays(rules, 'last', { ...approved('10000.00'), reports: new Map() })).toBeNull();
    expect(pays(rules, 'last', { ...approved('10000.00'), accounts: [] })).toBeNull();
    const tranches = [standing('first'), standing('last')];
    expect(pays(rules, 'last', { ...approved('10000.00'), tranches })).toBeNull();
  });

  it('is not changed by accounts that are accepted after it was due', () => {
    const facts = approved('9000.00');
    const later = { acceptedAt: noonOf('2024-04-01'), spentFen: parseAmount('10000.00') };
    expect(pays(rules, 'last', { ...facts, accounts: [later, ...facts.accounts] })).toBe('1000.00');
  });

  it('never pays more than the tranche, nor together more than what was spent unless the advance did', () => {
    const fen = fc.bigInt({ min: 0n, max: 2_000_000n });
    fc.assert(
      fc.property(fen, fen, (spentFen, before) => {
        const given = approved('0.00', printAmount(before));
        const accounts = [{ acceptedAt: noonOf('2024-03-01'), spentFen }];
        const paid = parseAmount(pays(rules, 'last', { ...given, accounts })!);
        expect(paid).toBeLessThanOrEqual(parseAmount('2000.00'));
        if (paid > 0n) expect(paid + before).toBeLessThanOrEqual(spentFen);
      }),
    );
  });
});

describe('il-gif-payments: by months, report and spent share', () => {
  const rules = [
    tranche('start', '0.5', signed),
    tranche('middle', '0.4', { variant: 'months-after-start', months: 6 }),
    tranche('end', '0.1', {
      variant: 'all-of',
      triggers: [
        { variant: 'months-after-start', months: 16 },
        { variant: 'report-approved', report: 'midterm' },
        { variant: 'spent-share', share: '0.75' },
      ],
    }),
  ];
  const startedOn = toDay('2024-01-15');
  const tranches = [
    standing('start', '5000.00', '2024-01-20'),
    standing('middle', '4000.00', '2024-07-20'),
    standing('end'),
  ];
  const approved = (yuan: string) => ({
    ...{ startedOn, tranches, reports: new Map([['midterm', noonOf('2025-03-01')]]) },
    accounts: [{ acceptedAt: noonOf('2025-03-01'), spentFen: parseAmount(yuan) }],
  });

  it('pays the second after six months and not a day earlier', () => {
    expect(pays(rules, 'middle', { startedOn, now: noonOf('2024-07-14') })).toBeNull();
    expect(pays(rules, 'middle', { startedOn, now: noonOf('2024-07-15') })).toBe('4000.00');
  });

  it('pays the third after 16 months when 75 % of what was paid is spent', () => {
    const now = noonOf('2025-05-15');
    expect(pays(rules, 'end', { ...approved('6750.00'), now })).toBe('1000.00');
    expect(pays(rules, 'end', { ...approved('6749.99'), now })).toBeNull();
    expect(pays(rules, 'end', { ...approved('6750.00'), now: noonOf('2025-05-14') })).toBeNull();
  });
});

describe('us-goco-progress-payment: a loan until the end', () => {
  const rules = [
    tranche('progress', '0.5', signed, { meaning: 'loan' }),
    tranche('final', '0.5', { variant: 'accepted', by: 'organizer' }, { meaning: 'balance' }),
  ];

  it('pays half of the grant and owes all of it until the final payment is made', () => {
    expect(pays(rules, 'progress', { signedAt: noonOf('2024-01-01') })).toBe('5000.00');
    const progress = standing('progress', '5000.00', '2024-02-01');
    const open = loanOwed(rules, [progress, standing('final')]);
    expect(printAmount(open.owedFen)).toBe('5000.00');
    expect(open.explanation.words.en).toContain('is a loan');
    const done = loanOwed(rules, [progress, standing('final', '5000.00', '2024-12-01')]);
    expect(done.owedFen).toBe(0n);
  });

  it('owes nothing that was not paid, and still owes when the final payment came to nothing', () => {
    expect(loanOwed(rules, [standing('progress', '5000.00'), standing('final')]).owedFen).toBe(0n);
    const progress = standing('progress', '5000.00', '2024-02-01');
    const failed = loanOwed(rules, [progress, standing('final', '0.00')]);
    expect(printAmount(failed.owedFen)).toBe('5000.00');
  });

  it('pays the final one when a person accepts the work, and not before', () => {
    expect(pays(rules, 'final', { signedAt: noonOf('2024-01-01') })).toBeNull();
    expect(pays(rules, 'final', { acceptedAt: noonOf('2024-12-01') })).toBe('5000.00');
  });
});

describe('cn-haishu-2020-r9: the last tranche after the mid-term, before the final evaluation', () => {
  const rules = [
    tranche('first', '0.6', signed),
    tranche('last', '0.4', passed('midterm'), { meaning: 'balance' }),
  ];

  it('pays it without asking for the final evaluation, whatever that comes to', () => {
    const midterm = outcome('pass', true, '2021-01-10');
    expect(pays(rules, 'last', { evaluations: new Map([['midterm', midterm]]) })).toBe('4000.00');
    const evaluations = new Map([
      ['midterm', midterm],
      ['final', outcome('fail', false, '2021-12-01')],
    ]);
    expect(pays(rules, 'last', { evaluations })).toBe('4000.00');
  });

  it('pays nothing on a failed mid-term', () => {
    const evaluations = new Map([['midterm', outcome('fail', false, '2021-01-10')]]);
    expect(pays(rules, 'last', { evaluations })).toBe('0.00');
  });
});

describe('cn-zengcheng-lihu: a bonus by grade inside a contract sized at the best one', () => {
  const factors = [
    { grade: 'excellent', factor: '1' },
    { grade: 'good', factor: '0.8' },
    { grade: 'pass', factor: '0.5' },
    { grade: 'fail', factor: '0' },
  ];
  const rules = [
    tranche('running', '0.7', signed),
    tranche(
      'bonus',
      '0.3',
      { variant: 'evaluation-graded', evaluation: 'final', factors },
      { meaning: 'bonus' },
    ),
  ];

  it.each([
    ['excellent', '3000.00'],
    ['good', '2400.00'],
    ['pass', '1500.00'],
    ['fail', '0.00'],
  ])('pays %s of the bonus, and the gap is released', (grade, yuan) => {
    const evaluations = new Map([['final', outcome(grade, grade !== 'fail', '2025-12-20')]]);
    expect(pays(rules, 'bonus', { evaluations })).toBe(yuan);
  });

  it('never pays less for a better grade', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_FEN }), (amountFen) => {
        const paid = factors.map(({ grade }) => {
          const evaluations = new Map([['final', outcome(grade, true, '2025-12-20')]]);
          const facts = factsWith({ tranche: 'bonus', evaluations });
          const due = trancheDue(rules[1]!, amountFen, facts, names);
          return due.isDue ? due.payable.payableFen : -1n;
        });
        expect(paid).toEqual([...paid].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      }),
    );
  });
});

describe('cn-zhongshan-2013-r1: a failed mid-term stops the next tranche, a failed final one delays it', () => {
  const rules = [
    tranche('first', '0.5', signed),
    tranche('second', '0.3', passed('midterm')),
    tranche('last', '0.2', passed('final'), { meaning: 'balance' }),
  ];
  const failed = outcome('fail', false, '2013-12-20', { mayBeMadeGood: true });

  it('waits while it may still be made good, and pays all of it once it was', () => {
    expect(pays(rules, 'last', { evaluations: new Map([['final', failed]]) })).toBeNull();
    const madeGood = { ...failed, madeGoodAt: noonOf('2014-02-01') };
    expect(pays(rules, 'last', { evaluations: new Map([['final', madeGood]]) })).toBe('2000.00');
  });

  it('pays nothing when it cannot be made good', () => {
    const evaluations = new Map([['midterm', { ...failed, mayBeMadeGood: false }]]);
    expect(pays(rules, 'second', { evaluations })).toBe('0.00');
  });
});

describe('trancheDue', () => {
  it('says in words what a reimbursement waits for and what bounds it', () => {
    const rules = tranche('last', '1', signed, { meaning: 'reimbursement' });
    const facts = factsWith({
      tranche: 'last',
      signedAt: noonOf('2024-01-01'),
      tranches: [standing('last')],
    });
    const waiting = trancheDue(rules, 100n, facts, names);
    expect(waiting).toMatchObject({ isDue: false, what: [{ variant: 'accounts' }] });
    expect(waiting.trigger.words.en).toContain('no accounts are accepted yet');
    const accounts = [{ acceptedAt: noonOf('2024-02-01'), spentFen: 60n }];
    const due = trancheDue(rules, 100n, { ...facts, accounts }, names);
    expect(due).toMatchObject({
      isDue: true,
      since: noonOf('2024-02-01'),
      payable: { payableFen: 60n, releasedFen: 40n },
    });
    expect(due.trigger.words.zh).toContain('经审核的支出0.60，此前各期0.00');
  });
});

describe('a tranche whose trigger never comes', () => {
  const failed = new Map([['midterm', outcome('fail', false, '2020-10-01')]]);

  it('pays nothing and names the grade, whatever it means', () => {
    for (const meaning of ['advance', 'reimbursement', 'loan'] as const) {
      const rules = tranche('second', '1', passed('midterm'), { meaning });
      const due = trancheDue(
        rules,
        100n,
        factsWith({ tranche: 'second', evaluations: failed }),
        names,
      );
      expect(due).toMatchObject({
        isDue: true,
        payable: {
          payableFen: 0n,
          releasedFen: 100n,
          explanation: { inputs: { factor: '0', grade: 'fail' } },
        },
      });
    }
  });

  it('pays nothing of several triggers together when one of them fails', () => {
    const trigger = { variant: 'all-of', triggers: [passed('midterm'), signed] } as const;
    const rules = tranche('second', '1', { ...trigger, triggers: [...trigger.triggers] });
    const due = trancheDue(
      rules,
      100n,
      factsWith({ tranche: 'second', evaluations: failed }),
      names,
    );
    expect(due).toMatchObject({ isDue: true, payable: { payableFen: 0n, releasedFen: 100n } });
  });
});
