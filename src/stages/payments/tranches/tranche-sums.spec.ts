import fc from 'fast-check';
import { payableTranche, splitAward, type EvaluationOutcome } from '../../../rules';
import { smallRound } from '../../../rules/small-round.fixture';
import { totalOf, type FundPart } from '../fund-parts';
import { factsWith, noonOf } from '../../../rules/tranche-facts.fixture';
import { inParts, payableByRule, planTranches, rulesOf } from './tranche-sums';

const ruleSet = smallRound();
const graded = (grade: string): EvaluationOutcome => ({ grade, passed: grade !== 'fail' });

/** What a tranche of the small round pays on an outcome, fund by fund. */
function dueOn(
  code: string,
  plannedFen: bigint,
  parts: readonly FundPart[],
  outcome?: EvaluationOutcome,
) {
  const payable = payableTranche(rulesOf(ruleSet, code), plannedFen, outcome);
  return { payableFen: payable.payableFen, ...inParts(payable, parts) };
}

/** The record of a project whose evaluations all came to this; null where none is decided. */
const facts = (tranche: string, outcome: EvaluationOutcome | null) =>
  factsWith({
    tranche,
    evaluations: new Map(
      outcome === null
        ? []
        : ['midterm', 'final'].map((code) => [
            code,
            { ...outcome, gradedAt: noonOf('2020-12-20'), mayBeMadeGood: false },
          ]),
    ),
  });

describe('planTranches', () => {
  it('gives the small round 50, 40 and 10 per cent, borne by its funds alike', () => {
    const draws = [
      { fundId: 'lottery', amountFen: 6_000_000n },
      { fundId: 'fiscal', amountFen: 4_000_000n },
    ];
    const planned = planTranches(ruleSet.tranches, 10_000_000n, draws);
    expect(planned.map(({ code, amountFen }) => [code, amountFen])).toEqual([
      ['first', 5_000_000n],
      ['second', 4_000_000n],
      ['last', 1_000_000n],
    ]);
    expect(planned[1]!.parts).toEqual([
      { fundId: 'lottery', amountFen: 2_400_000n },
      { fundId: 'fiscal', amountFen: 1_600_000n },
    ]);
  });

  it('refuses draws that are not the amount of the contract', () => {
    const draws = [{ fundId: 'lottery', amountFen: 99n }];
    expect(() => planTranches(ruleSet.tranches, 100n, draws)).toThrow(RangeError);
  });
});

describe('dueOn', () => {
  const parts = [
    { fundId: 'lottery', amountFen: 667n },
    { fundId: 'fiscal', amountFen: 334n },
  ];

  it('gives all of a tranche when the contract is its trigger', () => {
    const due = dueOn('first', 1001n, parts);
    expect(due).toMatchObject({ payableFen: 1001n, payableParts: parts });
    expect(totalOf(due.releasedParts)).toBe(0n);
  });

  it('gives half of the last tranche on a pass and releases the rest, fund by fund', () => {
    const due = dueOn('last', 1001n, parts, graded('pass'));
    expect(due.payableFen).toBe(501n);
    expect(totalOf(due.payableParts)).toBe(501n);
    expect(totalOf(due.releasedParts)).toBe(500n);
  });

  it('releases all of a tranche whose evaluation failed', () => {
    const due = dueOn('second', 1001n, parts, graded('fail'));
    expect(due).toMatchObject({ payableFen: 0n, releasedParts: parts });
  });

  it('gives and releases together what was planned, of every fund', () => {
    const grades = fc.constantFrom('excellent', 'good', 'pass', 'fail').map(graded);
    const held = fc.array(fc.bigInt({ min: 0n, max: 10n ** 10n }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(grades, held, (outcome, amounts) => {
        const planned = amounts.map((amountFen, index) => ({ fundId: `fund-${index}`, amountFen }));
        const due = dueOn('last', totalOf(planned), planned, outcome);
        expect(totalOf(due.payableParts)).toBe(due.payableFen);
        planned.forEach(({ amountFen }, index) => {
          const payable = due.payableParts[index]!.amountFen;
          const released = due.releasedParts[index]!.amountFen;
          expect(payable + released).toBe(amountFen);
          expect(payable >= 0n && released >= 0n).toBe(true);
        });
      }),
    );
  });
});

describe('payableByRule', () => {
  const tranches = splitAward(ruleSet.tranches, 9_999_999n).map(({ code, amountFen }) => ({
    code,
    plannedFen: amountFen,
  }));
  const contract = { ruleSet, tranches };

  it('gives what the tranche was made due for', () => {
    const [, , last] = planTranches(ruleSet.tranches, 9_999_999n, [
      { fundId: 'lottery', amountFen: 9_999_999n },
    ]);
    const due = dueOn('last', last!.amountFen, last!.parts, graded('pass'));
    expect(payableByRule(contract, facts('last', graded('pass')))).toBe(due.payableFen);
  });

  it('gives another amount on another grade', () => {
    const good = payableByRule(contract, facts('last', graded('good')));
    expect(payableByRule(contract, facts('last', graded('pass')))).toBeLessThan(good);
  });

  it('gives nothing while the evaluation has no outcome', () => {
    expect(payableByRule(contract, facts('second', null))).toBe(0n);
  });

  it('gives nothing for a tranche that the contract does not name', () => {
    expect(payableByRule(contract, facts('fourth', null))).toBe(0n);
  });
});
