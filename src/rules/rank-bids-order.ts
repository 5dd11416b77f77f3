import { printInstant, type Instant } from '../kernel/instant';
import { printAmount, type Fen } from '../kernel/money';
import { compareRatios, readRatio, readScaled, type Ratio } from '../kernel/ratio';
import type { DecidedTie, ScoringRules, TieBreakRule } from './rule-set.types';

/** A bid with the score that its sheets, or the parts of its score, came to. */
export interface ScoredBid {
  readonly bidId: string;
  /** As `aggregateSheets` or `scoreBids` gives it. */
  readonly score: string;
  /** When its last version was received. */
  readonly receivedAt: Instant;
  /** The exact means of its sheets by criterion, of those by which ties are broken. */
  readonly criteria?: Readonly<Record<string, string>>;
  /** The exact points of the parts of its score, of those by which ties are broken. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What it asks for, where ties are broken by it. */
  readonly amountFen?: Fen;
  /** The votes for it, where the rules want so many. */
  readonly votes?: number;
}

/** What put a bid behind the one before it. `identifier` is the last resort when even the tie-breaks decide nothing. */
export type DecidedBy = 'score' | TieBreakRule['variant'] | 'identifier';

/** A bid with what it is mostly compared by, read once and not in every comparison. */
export interface Standing {
  readonly bid: ScoredBid;
  /** The score as `scaledScore` has it. */
  readonly score: number;
  /** When it was received, in milliseconds. */
  readonly receivedMs: number;
}

/** One thing by which bids are told apart. */
export interface Yardstick {
  readonly decidedBy: DecidedBy;
  readonly rule: string;
  /** Under which name the figure stands among the inputs of an explanation. */
  readonly name: string;
  /** The sign between the figure of a bid and that of one behind it. */
  readonly sign: '>' | '<';
  readonly figure: (bid: ScoredBid) => string;
  /** Negative when the first goes first. */
  readonly compare: (a: Standing, b: Standing) => number;
}

// The rules round a score to at most six places, and a mark has no more.
const SCORE_DECIMALS = 6;

/**
 * A score or mark as a whole number of its sixth place.
 * @throws RangeError when it is no such number
 */
export function scaledScore(score: string): number {
  const scaled = readScaled(score, SCORE_DECIMALS);
  if (scaled === undefined) throw new RangeError(`not a score: ${score}`);
  return scaled;
}

/** What the rules ask of two bids, in order: the score, then the tie-breaks up to the one that a person decides. */
export function yardsticksOf({ tieBreak }: ScoringRules): readonly Yardstick[] {
  const decision = tieBreak.findIndex(({ variant }) => variant === 'decision');
  const asked = decision === -1 ? tieBreak : tieBreak.slice(0, decision);
  return [BY_SCORE, ...asked.filter(isAutomatic).map(tieBreaker)];
}

const BY_SCORE: Yardstick = {
  ...{ decidedBy: 'score', rule: '/scoring', name: 'score', sign: '>' },
  figure: ({ score }) => score,
  compare: (a, b) => b.score - a.score,
};

type AutomaticTieBreak = Exclude<TieBreakRule, DecidedTie>;

function isAutomatic(rule: TieBreakRule): rule is AutomaticTieBreak {
  return rule.variant !== 'decision';
}

function tieBreaker(rule: AutomaticTieBreak): Yardstick {
  const base = { decidedBy: rule.variant, rule: `/scoring/tieBreak/${rule.variant}` } as const;
  switch (rule.variant) {
    case 'earlier-receipt':
      return {
        ...{ ...base, name: 'receivedAt', sign: '<' },
        figure: ({ receivedAt }) => printInstant(receivedAt),
        compare: (a, b) => a.receivedMs - b.receivedMs,
      };
    case 'lower-amount':
      return {
        ...{ ...base, name: 'amount', sign: '<' },
        figure: (bid) => printAmount(amountOf(bid)),
        compare: (a, b) => Number(amountOf(a.bid) - amountOf(b.bid)),
      };
    case 'higher-criterion': {
      const { criterion } = rule;
      const figure = ({ criteria }: ScoredBid) => known(criteria?.[criterion], criterion);
      return {
        ...base,
        name: `criterion/${criterion}`,
        sign: '>',
        figure,
        compare: higher(figure),
      };
    }
    case 'higher-part': {
      const { part } = rule;
      const figure = ({ parts }: ScoredBid) => known(parts?.[part], part);
      return { ...base, name: `part/${part}`, sign: '>', figure, compare: higher(figure) };
    }
  }
}

/** The higher of two exact figures first; each is read once, since a bid may be tied with many. */
function higher(figure: Yardstick['figure']): Yardstick['compare'] {
  const read = new Map<ScoredBid, Ratio>();
  const ratioOf = (bid: ScoredBid): Ratio => {
    const ratio = read.get(bid) ?? readRatio(figure(bid));
    read.set(bid, ratio);
    return ratio;
  };
  return (a, b) => compareRatios(ratioOf(b.bid), ratioOf(a.bid));
}

function amountOf({ amountFen }: ScoredBid): Fen {
  return known(amountFen, 'amount');
}

function known<Figure>(figure: Figure | undefined, name: string): Figure {
  if (figure === undefined) throw new RangeError(`a tied bid comes without its ${name}`);
  return figure;
}
