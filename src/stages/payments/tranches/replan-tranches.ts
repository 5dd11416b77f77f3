import { printAmount, splitByShares, type Fen } from '../../../kernel/money';
import {
  compareRatios,
  parseRatio,
  printRatio,
  ratioOf,
  sum,
  type Ratio,
} from '../../../kernel/ratio';
import { areSharesOfAward, type Explanation, type TrancheRules } from '../../../rules';
import { lessParts, partsOf, partsOfTranches, totalOf, type FundPart } from '../fund-parts';
import { refusePayments } from '../payments.refusals';
import type { TrancheEntity } from './tranche.entity';

/** A tranche as far as an amendment cares. */
export type AmendableTranche = Pick<
  TrancheEntity,
  'code' | 'state' | 'plannedFen' | 'plannedParts'
>;

/** A tranche at the contract's new amount. */
export interface ReplannedTranche {
  readonly code: string;
  readonly isFixed: boolean;
  readonly amountFen: Fen;
  readonly parts: readonly FundPart[];
  /** Null for a fixed one, which is what it was. */
  readonly explanation: Explanation | null;
}

/** All tranches at the new amount, and what that changes for the funds. */
export interface ReplannedTranches {
  readonly tranches: readonly ReplannedTranche[];
  readonly more: readonly FundPart[];
  readonly less: readonly FundPart[];
}

/**
 * Cuts a contract's new amount into its tranches. Those that are due, paid or void keep theirs; what is left of the amount is
 * split among the others, to the fen: by their shares, or, where tranches are shares of years and lines, by what they were planned
 * at. A larger amount is borne by the funds as they bear the contract, a smaller
 * one is taken from what each has still open.
 * @param draws of the contract as it stands, its funds in the order of the tranches' parts
 * @throws PAYMENTS.BELOW_WHAT_IS_DUE, PAYMENTS.NOTHING_LEFT_TO_AMEND
 */
export function replanTranches(
  tranches: readonly AmendableTranche[],
  rules: readonly TrancheRules[],
  draws: readonly FundPart[],
  amountFen: Fen,
): ReplannedTranches {
  const open = tranches.filter(({ state }) => state === 'planned');
  const shares = open.map((tranche) => weightOf(rules, tranche));
  const whole = sum([ratioOf(0n), ...shares]);
  if (compareRatios(whole, ratioOf(0n)) === 0) {
    throw refusePayments('PAYMENTS.NOTHING_LEFT_TO_AMEND');
  }
  const fixedFen = tranches.reduce(
    (total, { state, plannedFen }) => (state === 'planned' ? total : total + plannedFen),
    0n,
  );
  const leftFen = amountFen - fixedFen;
  if (leftFen < 0n) {
    throw refusePayments('PAYMENTS.BELOW_WHAT_IS_DUE', { due: printAmount(fixedFen) });
  }
  const held = draws.map(({ fundId }, fund) => ({
    fundId,
    amountFen: open.reduce((total, { plannedParts }) => total + plannedParts[fund]!.amountFen, 0n),
  }));
  const change = leftFen - totalOf(held);
  const more = change > 0n ? borneAs(draws, change) : nothingOf(draws);
  const less = change < 0n ? partsOf(-change, held) : nothingOf(draws);
  const amounts = splitByShares(
    leftFen,
    shares.map((share) => share.div(whole)),
  );
  const parts = partsOfTranches(amounts, plusParts(lessParts(held, less), more));
  return {
    ...{ more, less },
    tranches: tranches.map((tranche) => {
      const { code, plannedFen, plannedParts } = tranche;
      const place = open.indexOf(tranche);
      if (place === -1) {
        const kept = { amountFen: plannedFen, parts: plannedParts, explanation: null };
        return { code, isFixed: true, ...kept };
      }
      const planned = amounts[place]!;
      return {
        ...{ code, isFixed: false, amountFen: planned, parts: parts[place]! },
        explanation: {
          rule: `/tranches/${code}/share`,
          inputs: {
            ...{ amount: printAmount(amountFen), fixed: printAmount(fixedFen) },
            ...{ share: printRatio(shares[place]!), ofShares: printRatio(whole) },
          },
          arithmetic: `(${printAmount(amountFen)} - ${printAmount(fixedFen)}) × ${printRatio(shares[place]!)} ÷ ${printRatio(whole)} ≈ ${printAmount(planned)}`,
        },
      };
    }),
  };
}

function weightOf(rules: readonly TrancheRules[], { code, plannedFen }: AmendableTranche): Ratio {
  if (!areSharesOfAward(rules)) return ratioOf(plannedFen, 100n);
  const found = rules.find((tranche) => tranche.code === code);
  if (found === undefined) throw new RangeError(`the rule set has no tranche ${code}`);
  return parseRatio(found.share);
}

/** An amount borne by the funds in proportion to what they give to the contract; it may be more than that. */
function borneAs(draws: readonly FundPart[], amountFen: Fen): FundPart[] {
  const total = totalOf(draws);
  const parts = splitByShares(
    amountFen,
    draws.map((draw) => ratioOf(draw.amountFen, total)),
  );
  return draws.map(({ fundId }, index) => ({ fundId, amountFen: parts[index]! }));
}

function nothingOf(draws: readonly FundPart[]): FundPart[] {
  return draws.map(({ fundId }) => ({ fundId, amountFen: 0n }));
}

function plusParts(held: readonly FundPart[], added: readonly FundPart[]): FundPart[] {
  return held.map(({ fundId, amountFen }, index) => ({
    fundId,
    amountFen: amountFen + added[index]!.amountFen,
  }));
}
