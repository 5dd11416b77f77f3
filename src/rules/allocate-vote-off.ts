import type { AwardCandidate, Finding } from './award-finding';
import type { AwardRoom } from './award-room';
import type { VoteOff } from './rule-set.types';
import { refuseVoteOff } from './vote-off.refusals';

/**
 * Gives a vote-off its turns: the first by rank that the money reaches for are awarded, the next are in the vote-off, and of
 * these the winners are awarded once a person has entered them.
 * @param winners the bids that won; null while the outcome is not known. They may be fewer than the rule has, since nobody takes
 * the place of a winner that has fallen away
 * @throws VOTE_OFF.NOT_CONTESTED, VOTE_OFF.TOO_MANY
 */
export function giveByVoteOff(
  rule: VoteOff,
  room: AwardRoom,
  byRank: readonly AwardCandidate[],
  winners: readonly string[] | null,
): Finding[] {
  const won = winners === null ? null : new Set(winners);
  const contested: string[] = [];
  let reached = 0;
  const findings = byRank.map((candidate): Finding => {
    if (reached < rule.direct) {
      const finding = room.take(candidate);
      if (finding.fits) reached += 1;
      return finding;
    }
    reached += 1;
    if (reached > rule.direct + rule.contested) return out('uncontested', reached);
    contested.push(candidate.bidId);
    if (won === null) return out('awaits', reached);
    return won.has(candidate.bidId) ? room.take(candidate) : out('lost', reached);
  });
  if (won !== null) requireOutcome(rule, contested, won);
  return findings;
}

function out(kind: 'awaits' | 'lost' | 'uncontested', no: number): Finding {
  return { fits: false, obstacle: { kind, no } };
}

function requireOutcome(
  { winners }: VoteOff,
  contested: readonly string[],
  won: ReadonlySet<string>,
): void {
  const stranger = [...won].find((bidId) => !contested.includes(bidId));
  if (stranger !== undefined) throw refuseVoteOff('VOTE_OFF.NOT_CONTESTED', { bid: stranger });
  if (won.size > winners) throw refuseVoteOff('VOTE_OFF.TOO_MANY', { given: won.size, winners });
}
