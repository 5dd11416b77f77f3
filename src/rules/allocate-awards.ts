import { parseAmount, printAmount, type Fen } from '../kernel/money';
import type { Explanation } from './explanation';
import type { AwardRule, FundPot } from './rule-set.types';

/** A bid that passed, with the grant it asks for. */
export interface AwardCandidate {
  readonly bidId: string;
  readonly rank: number;
  readonly amountFen: Fen;
}

/** What one pot gives to an award. */
export interface Draw {
  readonly fund: string;
  readonly amountFen: Fen;
}

/** What became of a bid: an award, a place on the reserve list, or nothing. */
export interface Placement {
  readonly bidId: string;
  readonly rank: number;
  readonly amountFen: Fen;
  readonly outcome: 'awarded' | 'reserve' | 'notAwarded';
  /** Which pots pay, together the whole amount; none unless awarded. */
  readonly draws: readonly Draw[];
  readonly explanation: Explanation;
}

/** The awards of a lot, in order of rank, and what is left in each pot. */
export interface Allocation {
  readonly placements: readonly Placement[];
  readonly left: readonly Draw[];
}

/**
 * Gives awards by rank as long as the pots hold them. A bid that does not fit is passed over (`skip`) or ends the awards
 * (`stop`); an award is never cut to what is left. Pots are drawn on in their order.
 * @throws RangeError when two bids share a rank or one asks for nothing
 * @source rounds.md axis 23; skipping is invented for the small round
 */
export function allocateAwards(
  rule: AwardRule,
  funding: readonly FundPot[],
  candidates: readonly AwardCandidate[],
): Allocation {
  requireSound(candidates);
  let left = funding.map(({ code, amount }) => ({ fund: code, amountFen: parseAmount(amount) }));
  let stoppedAt: AwardCandidate | undefined;
  const placements: Placement[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.rank - b.rank)) {
    const leftFen = total(left);
    if (stoppedAt === undefined && candidate.amountFen <= leftFen) {
      const draws = drawsOf(candidate.amountFen, left);
      left = afterDraws(left, draws);
      placements.push({
        ...candidate,
        outcome: 'awarded',
        draws,
        explanation: fits(candidate, leftFen),
      });
      continue;
    }
    const explanation =
      stoppedAt === undefined ? doesNotFit(candidate, leftFen) : stopped(candidate, stoppedAt);
    if (rule.whenItDoesNotFit === 'stop') stoppedAt ??= candidate;
    const outcome = rule.reserve ? 'reserve' : 'notAwarded';
    placements.push({ ...candidate, outcome, draws: [], explanation });
  }
  return { placements, left };
}

function requireSound(candidates: readonly AwardCandidate[]): void {
  if (new Set(candidates.map(({ rank }) => rank)).size < candidates.length) {
    throw new RangeError('two bids share a rank');
  }
  if (candidates.some(({ amountFen }) => amountFen <= 0n)) {
    throw new RangeError('a bid asks for nothing');
  }
}

function total(draws: readonly Draw[]): Fen {
  return draws.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

function drawsOf(amountFen: Fen, left: readonly Draw[]): Draw[] {
  let wantedFen = amountFen;
  return left.flatMap(({ fund, amountFen: availableFen }) => {
    const drawnFen = wantedFen < availableFen ? wantedFen : availableFen;
    wantedFen -= drawnFen;
    return drawnFen > 0n ? [{ fund, amountFen: drawnFen }] : [];
  });
}

function afterDraws(left: readonly Draw[], draws: readonly Draw[]): Draw[] {
  return left.map(({ fund, amountFen }) => ({
    fund,
    amountFen: amountFen - (draws.find((draw) => draw.fund === fund)?.amountFen ?? 0n),
  }));
}

function fits(candidate: AwardCandidate, leftFen: Fen): Explanation {
  return explain('/award', candidate, leftFen, '≤');
}

function doesNotFit(candidate: AwardCandidate, leftFen: Fen): Explanation {
  return explain('/award/whenItDoesNotFit', candidate, leftFen, '>');
}

function explain(
  rule: string,
  { rank, amountFen }: AwardCandidate,
  leftFen: Fen,
  sign: '≤' | '>',
): Explanation {
  const amount = printAmount(amountFen);
  const left = printAmount(leftFen);
  return {
    rule,
    inputs: { rank: String(rank), amount, left },
    arithmetic: `${amount} ${sign} ${left}`,
  };
}

function stopped({ rank, amountFen }: AwardCandidate, at: AwardCandidate): Explanation {
  return {
    rule: '/award/whenItDoesNotFit',
    inputs: { rank: String(rank), amount: printAmount(amountFen), stoppedAtRank: String(at.rank) },
    arithmetic: `${rank} > ${at.rank}`,
  };
}
