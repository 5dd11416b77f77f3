import { parseAmount } from '../kernel/money';
import type { Refusal } from '../kernel/refusal';
import { potsTotal, yuan } from './amount-reach';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import type { Prize, RankTitle, RuleSet } from './rule-set.types';

/** Some ranks, and where in the rules they stand. */
interface Ranks {
  readonly from: number;
  readonly to: number;
  readonly at: string;
}

/** What prizes by rank say against each other, in the lot and in each category: they go from the first rank on, each rank once. */
export function prizeRanks(prizes: readonly Prize[], at: string): Refusal[] {
  const placed = prizes.map((prize, index) => ({ ...prize, at: at + pointerTo(index) }));
  const scopes = [...new Set(prizes.map(({ category }) => category))];
  return scopes.flatMap((category) => {
    const own = placed.filter((prize) => prize.category === category);
    const faults = ranksInOrder(own);
    return faults.length > 0 ? faults : higherForWorse(own);
  });
}

/** What titles by rank say against each other: each rank has one, and none is passed over. */
export function titleRanks(titles: readonly RankTitle[] = []): Refusal[] {
  return ranksInOrder(
    titles.map(({ from, to }, index) => ({ from, to, at: pointerTo('titles', index) })),
  );
}

/** Prizes are promised: together, in every lot, they are no more than the pots hold. */
export function prizesAboveThePots({
  amount,
  funding,
  lots,
}: Pick<RuleSet, 'amount' | 'funding' | 'lots'>): Refusal[] {
  if (amount.variant !== 'prize-by-rank') return [];
  const inOneFen = amount.prizes.reduce(
    (sum, { from, to, amount: prize }) =>
      sum + parseAmount(prize) * BigInt(Math.max(0, to - from + 1)),
    0n,
  );
  const totalFen = inOneFen * BigInt(lots.length);
  const potsFen = potsTotal(funding);
  if (totalFen <= potsFen) return [];
  const facts = { total: yuan(totalFen), pots: yuan(potsFen) };
  return [refuseMoneyRules('RULES.PRIZES_ABOVE_POTS', facts, pointerTo('amount', 'prizes'))];
}

function ranksInOrder(all: readonly Ranks[]): Refusal[] {
  const reversed = all.filter(({ from, to }) => to < from);
  if (reversed.length > 0) {
    return reversed.map(({ from, to, at }) =>
      refuseMoneyRules('RULES.PRIZE_RANKS_REVERSED', { from, to }, at + pointerTo('to')),
    );
  }
  let next = 1;
  return [...all]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, at }) => {
      const expected = next;
      next = Math.max(next, to + 1);
      if (from === expected) return [];
      const here = at + pointerTo('from');
      return from < expected
        ? [refuseMoneyRules('RULES.PRIZE_RANKS_OVERLAP', { rank: from }, here)]
        : [refuseMoneyRules('RULES.PRIZE_RANKS_GAP', { rank: expected }, here)];
    });
}

function higherForWorse(prizes: readonly (Ranks & { readonly amount: string })[]): Refusal[] {
  const fromBest = [...prizes].sort((a, b) => a.from - b.from);
  return fromBest.flatMap(({ from: rank, amount, at }, place) => {
    const better = fromBest[place - 1];
    if (better === undefined || parseAmount(amount) <= parseAmount(better.amount)) return [];
    return [refuseMoneyRules('RULES.PRIZES_REVERSED', { rank }, at + pointerTo('amount'))];
  });
}
