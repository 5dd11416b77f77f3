import { parseAmount, type Fen } from '../kernel/money';
import { explainAward } from './explain-award';
import { explainNoAward } from './explain-no-award';
import {
  AwardRoom,
  lendsPlaces,
  type AllocationRules,
  type AwardCandidate,
  type Finding,
  type HeldAward,
} from './award-room';
import type { WordedExplanation } from './explanation';
import { reservePlaces } from './reserve-places';
import type { Draw } from './pots';
import type { FundPot } from './rule-set.types';

/** What became of a bid: an award, a place on the reserve list, or nothing. */
export interface Placement extends AwardCandidate {
  readonly outcome: 'awarded' | 'reserve' | 'notAwarded';
  /** Which pots pay, together the whole amount; none unless awarded. */
  readonly draws: readonly Draw[];
  /** The place on the reserve list, from 1: by quotas that of its category. Null unless on the reserve. */
  readonly reservePlace: number | null;
  readonly explanation: WordedExplanation;
}

/** The awards of a lot, in order of rank, and what is left in each pot. */
export interface Allocation {
  readonly placements: readonly Placement[];
  readonly left: readonly Draw[];
}

/** What stands already when the reserve is called up, because an award fell away. */
export interface Vacancy {
  readonly held: readonly HeldAward[];
  /** The category of the award that fell away; null where bids are not told apart. */
  readonly category: string | null;
}

/**
 * Gives awards by rank as long as the money and, by quotas, the places of the bid's category reach. A bid for which the money
 * does not reach is passed over (`skip`) or ends the awards (`stop`); an award is never cut to what is left. Pots are drawn on
 * in their order. Places that no bid of their own category fills stay empty (`stays`) or go to the best of those whom a full
 * quota kept out (`next-best`).
 * @param vacancy when the candidates are the reserve after an award fell away: by quotas its own category comes up first
 * @throws RangeError when two bids share a rank, or one asks for nothing or more than its category's cap
 * @source rounds.md axes 17 and 23; quotas of five categories: cn-guangzhou-2020-r7; skipping is invented for the small round
 */
export function allocateAwards(
  rules: AllocationRules,
  funding: readonly FundPot[],
  candidates: readonly AwardCandidate[],
  vacancy: Vacancy = { held: [], category: null },
): Allocation {
  requireSound(rules, candidates);
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const room = new AwardRoom(rules, funding, vacancy.held);
  // Without quotas no place is a category's: whoever is next by rank comes up.
  const vacant = rules.award.variant === 'rank-within-quotas' ? vacancy.category : null;
  const found = giveOut(rules, room, byRank, vacant);
  const [, waiting] = apart(byRank, ({ bidId }) => found.get(bidId)!.fits);
  const places = rules.award.reserve
    ? reservePlaces(rules, waiting)
    : new Map<AwardCandidate, number>();
  const placements = byRank.map((candidate) => ({
    ...placementOf(rules, candidate, found.get(candidate.bidId)!, vacant),
    reservePlace: places.get(candidate) ?? null,
  }));
  return { placements, left: room.left };
}

/** Tries the bids in their turns: those whose category has a vacancy, all others, and again those whom only their quota kept out. */
function giveOut(
  rules: AllocationRules,
  room: AwardRoom,
  byRank: readonly AwardCandidate[],
  vacant: string | null,
): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  const mayBorrow = lendsPlaces(rules);
  const turn = (candidates: readonly AwardCandidate[], borrows: boolean) => {
    for (const candidate of candidates) found.set(candidate.bidId, room.take(candidate, borrows));
  };
  const [first, others] = apart(byRank, ({ category }) => vacant !== null && category === vacant);
  turn(first, mayBorrow);
  turn(others, false);
  if (mayBorrow) turn(apart(others, ({ bidId }) => isFull(found.get(bidId)!))[0], true);
  return found;
}

/** Those of whom something holds, and the others, each in their order. */
function apart<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

function isFull(finding: Finding): boolean {
  return !finding.fits && finding.obstacle.kind === 'quota';
}

function placementOf(
  rules: AllocationRules,
  { bidId, rank, category, amountFen }: AwardCandidate,
  finding: Finding,
  vacant: string | null,
): Omit<Placement, 'reservePlace'> {
  const own = { bidId, rank, category, amountFen };
  if (finding.fits) {
    const { draws } = finding.room;
    const explanation = explainAward(rules, own, finding.room, vacant);
    return { ...own, outcome: 'awarded', draws, explanation };
  }
  const explanation = explainNoAward(rules, own, finding.obstacle);
  return {
    ...own,
    outcome: rules.award.reserve ? 'reserve' : 'notAwarded',
    draws: [],
    explanation,
  };
}

function requireSound(
  { categories }: AllocationRules,
  candidates: readonly AwardCandidate[],
): void {
  if (new Set(candidates.map(({ rank }) => rank)).size < candidates.length) {
    throw new RangeError('two bids share a rank');
  }
  if (candidates.some(({ amountFen }) => amountFen <= 0n)) {
    throw new RangeError('a bid asks for nothing');
  }
  const caps = new Map(categories.map(({ code, cap }) => [code, cap]));
  const isAbove = (amountFen: Fen, cap: string | undefined) =>
    cap !== undefined && amountFen > parseAmount(cap);
  if (candidates.some(({ category, amountFen }) => isAbove(amountFen, caps.get(category ?? '')))) {
    throw new RangeError("a bid asks for more than its category's cap");
  }
}
