import { parseAmount } from '../kernel/money';
import { giveByVoteOff } from './allocate-vote-off';
import type { AwardCandidate, Finding, HeldAward } from './award-finding';
import { AwardRoom, type Taken } from './award-room';
import { isByQuotas, keepsReserve, lendsPlaces, type AllocationRules } from './award-rules';
import { PlacedBid, type Placement } from './placement';
import type { Draw } from './paying-pots';
import { reservePlaces } from './reserve-places';
import type { FundPot } from './rule-set.types';

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

/** What is known beside the bids themselves. */
export interface Standing extends Partial<Vacancy>, Partial<Pick<Taken, 'elsewhere'>> {
  /** The bids that won the vote-off; null or left out while its outcome is not known. */
  readonly voteOffWinners?: readonly string[] | null;
}

/**
 * Gives awards by rank as long as the places and the money reach. A bid for which the money does not reach is passed over
 * (`skip`), ends the awards (`stop`), gets what is left (`partial`) or is funded beyond the pots (`overrun`), either of these
 * only where enough of it is left, and the awards end with it. Nothing else is ever cut or overdrawn. Pots are drawn on in
 * their order, or all in their shares; an end is that of the pots that did not reach, so a pot that could not have paid goes on
 * for its own categories. Places that no bid of their own category fills stay empty (`stays`) or go to the best of those whom a
 * full quota kept out (`next-best`). By entitlement the rank is the order of receipt.
 * @param standing when the candidates are the reserve after an award fell away: by quotas its own category comes up first
 * @throws RangeError when two bids share a rank, one asks for nothing or more than its category's cap, or the shares of the
 * pots that pay for it are not the whole
 * @throws VOTE_OFF.NOT_CONTESTED, VOTE_OFF.TOO_MANY
 * @source rounds.md axes 11, 17 and 23; quotas of five categories: cn-guangzhou-2020-r7; entitlement: cn-guangzhou-2017-support;
 * overrun: rounds.md 3 (Poznań); skipping is invented for the small round
 */
export function allocateAwards(
  rules: AllocationRules,
  funding: readonly FundPot[],
  candidates: readonly AwardCandidate[],
  standing: Standing = {},
): Allocation {
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  requireSound(rules, byRank);
  const { held = [], elsewhere = [], category = null, voteOffWinners = null } = standing;
  const room = new AwardRoom(rules, funding, { held, elsewhere });
  // Without quotas no place is a category's: whoever is next by rank comes up.
  const vacant = isByQuotas(rules) ? category : null;
  const findings =
    rules.award.variant === 'vote-off'
      ? giveByVoteOff(rules.award, room, byRank, voteOffWinners)
      : giveByTurns(rules, room, byRank, vacant);
  const reserve = keepsReserve(rules.award);
  const waiting = reserve ? byRank.filter((_, index) => !findings[index]!.fits) : [];
  const places = reservePlaces(rules, waiting);
  const by = { rules, vacant };
  const placements = byRank.map(
    (candidate, index) =>
      new PlacedBid(by, candidate, findings[index]!, places.get(candidate) ?? null),
  );
  return { placements, left: room.left };
}

/** Tries the bids in their turns: those whose category has a vacancy, all others, and again those whom only their quota kept out. */
function giveByTurns(
  rules: AllocationRules,
  room: AwardRoom,
  byRank: readonly AwardCandidate[],
  vacant: string | null,
): Finding[] {
  const mayBorrow = lendsPlaces(rules);
  const findings = new Array<Finding>(byRank.length);
  const turn = (isTheirs: (index: number) => boolean, borrows: boolean) => {
    byRank.forEach((candidate, index) => {
      if (isTheirs(index)) findings[index] = room.take(candidate, borrows);
    });
  };
  const isFirst = (index: number) => vacant !== null && byRank[index]!.category === vacant;
  turn(isFirst, mayBorrow);
  turn((index) => !isFirst(index), false);
  if (mayBorrow) turn((index) => !isFirst(index) && isFull(findings[index]!), true);
  return findings;
}

function isFull(finding: Finding): boolean {
  return !finding.fits && finding.obstacle.kind === 'quota';
}

/** @param byRank in order of rank */
function requireSound({ categories }: AllocationRules, byRank: readonly AwardCandidate[]): void {
  const caps = new Map(
    categories.flatMap(({ code, cap }) =>
      cap === undefined ? [] : [[code, parseAmount(cap)] as const],
    ),
  );
  byRank.forEach(({ rank, category, amountFen }, index) => {
    if (byRank[index - 1]?.rank === rank) throw new RangeError('two bids share a rank');
    if (amountFen <= 0n) throw new RangeError('a bid asks for nothing');
    const cap = caps.get(category ?? '');
    if (cap !== undefined && amountFen > cap) {
      throw new RangeError("a bid asks for more than its category's cap");
    }
  });
}
