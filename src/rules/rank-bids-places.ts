import { printInstant } from '../kernel/instant';
import type { Explanation } from './explanation';
import { withOnDemand } from './on-demand';
import type { DecidedBy, ScoredBid, Standing, Yardstick } from './rank-bids-order';
import { toldApartBy, type Ruling } from './rank-bids-ruling';

/** A bid that passed, in its place. */
export interface RankedBid {
  readonly bidId: string;
  /** From 1; no two bids share a rank. */
  readonly rank: number;
  readonly score: string;
  readonly decidedBy: DecidedBy;
  /** Worked out when it is read. */
  readonly explanation: Explanation;
}

/** A bid that did not reach the pass mark, or has too few votes. */
export interface FailedBid {
  readonly bidId: string;
  readonly score: string;
  /** Worked out when it is read. */
  readonly explanation: Explanation;
}

/** What the place of a bid follows from. */
interface Place {
  readonly ruling: Ruling;
  readonly standing: Standing;
  /** The bid in the place before; undefined for the first. */
  readonly before: Standing | undefined;
  /** The recorded order in which a person has put both; null when nobody did. */
  readonly order: readonly string[] | null;
}

/** A bid in its place, which explains itself when asked. */
export function rankedBid(rank: number, place: Place): RankedBid {
  const { bidId, score } = place.standing.bid;
  return ranked({ bidId, rank, score, decidedBy: decidedBy(place) }, place);
}

/** A bid that is out, which explains itself when asked. */
export function failedBid(
  ruling: Ruling,
  { bid }: Standing,
  by: 'passMark' | 'passVotes',
): FailedBid {
  const { bidId, score } = bid;
  return failed({ bidId, score }, { ruling, bid, by });
}

const ranked = withOnDemand<Place, Pick<RankedBid, 'explanation'>>({ explanation: explainPlace });

interface Failure {
  readonly ruling: Ruling;
  readonly bid: ScoredBid;
  readonly by: 'passMark' | 'passVotes';
}

const failed = withOnDemand<Failure, Pick<FailedBid, 'explanation'>>({
  explanation: explainFailure,
});

function explainFailure({ ruling, bid: { score, votes }, by }: Failure): Explanation {
  if (by === 'passVotes') {
    const inputs = { votes: String(votes), passVotes: String(ruling.passVotes) };
    const arithmetic = `${inputs.votes} < ${inputs.passVotes}`;
    return { rule: '/votes/passVotes', inputs, arithmetic };
  }
  const { passMark, mustExceed } = ruling;
  const arithmetic = `${score} ${mustExceed ? '≤' : '<'} ${passMark}`;
  return { rule: '/scoring/passMark', inputs: { score, passMark }, arithmetic };
}

function decidedBy({ ruling, standing, before }: Place): DecidedBy {
  if (before === undefined) return 'score';
  const yardstick = toldApartBy(ruling, before, standing);
  return yardstick?.decidedBy ?? (ruling.decider === null ? 'identifier' : 'decision');
}

function explainPlace(place: Place): Explanation {
  const { ruling, standing, before } = place;
  const { score, receivedAt } = standing.bid;
  const inputs = { score, receivedAt: printInstant(receivedAt) };
  if (before === undefined) {
    const { passMark, mustExceed } = ruling;
    const arithmetic = `${score} ${mustExceed ? '>' : '≥'} ${passMark}`;
    return { rule: '/scoring/passMark', inputs, arithmetic };
  }
  const deciding = toldApartBy(ruling, before, standing);
  if (deciding === null) return { inputs, ...explainTie(place, before) };
  const { rule, figure, sign } = deciding;
  const asked = ruling.yardsticks.slice(0, ruling.yardsticks.indexOf(deciding));
  const figures = [...asked, deciding].map((one) => [one.name, one.figure(standing.bid)] as const);
  return {
    rule,
    inputs: { ...inputs, ...Object.fromEntries(figures) },
    arithmetic: [
      ...asked.map((one) => equality(one, before, standing)),
      `${figure(before.bid)} ${sign} ${figure(standing.bid)}`,
    ].join('; '),
  };
}

/** How bids were told apart that are equal in all that the rules ask: by a person's recorded order, else by their identifiers. */
function explainTie(
  { ruling, standing, order }: Place,
  before: Standing,
): Pick<Explanation, 'rule' | 'arithmetic'> {
  const [first, second] = [before.bid.bidId, standing.bid.bidId];
  if (order === null) {
    const score = equality(ruling.yardsticks[0]!, before, standing);
    return { rule: '/scoring/tieBreak', arithmetic: `${score}; ${first} < ${second}` };
  }
  const equal = ruling.yardsticks.map((one) => equality(one, before, standing));
  const places = [first, second].map((bidId) => order.indexOf(bidId) + 1);
  return {
    rule: '/scoring/tieBreak/decision',
    arithmetic: [...equal, places.join(' < ')].join('; '),
  };
}

function equality({ figure }: Yardstick, a: Standing, b: Standing): string {
  return `${figure(a.bid)} = ${figure(b.bid)}`;
}
