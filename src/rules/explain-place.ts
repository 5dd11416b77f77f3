import type { WordedExplanation } from './explanation';
import { partName } from './part-words';
import type { Ranking, UndecidedTie } from './rank-bids';
import type { FailedBid, RankedBid } from './rank-bids-places';
import { roleWords } from './role-words';
import type { BilingualText, ScoringRules, TieBreakRule } from './rule-set.types';

/**
 * Why a bid came where it came, for whoever handed it in: its score, the scores of its neighbours without a name, and the rule
 * that put it between them.
 * @throws RangeError when the ranking does not know the bid
 */
export function explainPlace(
  scoring: ScoringRules,
  ranking: Ranking,
  bidId: string,
): WordedExplanation {
  const isIt = (one: { readonly bidId: string }) => one.bidId === bidId;
  const place = ranking.ranked.find(isIt);
  if (place !== undefined) {
    return { ...place.explanation, words: placeWords(scoring, ranking, place) };
  }
  const failed = ranking.belowPassMark.find(isIt);
  if (failed !== undefined) return { ...failed.explanation, words: failedWords(scoring, failed) };
  const tie = ranking.undecided?.find(({ bidIds }) => bidIds.includes(bidId));
  if (tie === undefined) throw new RangeError(`the ranking does not know the bid ${bidId}`);
  return openTie(tie);
}

function placeWords(scoring: ScoringRules, ranking: Ranking, place: RankedBid): BilingualText {
  const { score, rank } = place;
  const passed = (ranking.undecided ?? []).reduce(
    (bids, { bidIds }) => bids + bidIds.length,
    ranking.ranked.length,
  );
  const before = scoreAt(ranking, rank - 1);
  const after = scoreAt(ranking, rank + 1);
  const next = ranking.ranked.find((one) => one.rank === rank + 1);
  return joined([
    {
      zh: `得分${score}，在${passed}个达到要求的申报中排第${rank}名。`,
      en: `A score of ${score} is rank ${rank} of the ${passed} bids that passed.`,
    },
    ...(before === undefined ? [] : [neighbour(BEFORE, before, tieBreakOf(scoring, place))]),
    ...(after === undefined ? [] : [neighbour(AFTER, after, next && tieBreakOf(scoring, next))]),
    { zh: '名次按得分由高到低排列。', en: 'Bids are ranked by score, the highest first.' },
  ]);
}

const BEFORE = { zh: '前一名', en: 'The one before' };
const AFTER = { zh: '后一名', en: 'The one after' };

/** @param tieBreak how the two were told apart, when their scores are equal */
function neighbour(
  name: BilingualText,
  score: string,
  tieBreak: BilingualText | undefined,
): BilingualText {
  if (tieBreak === undefined) {
    return { zh: `${name.zh}得分${score}。`, en: `${name.en} has ${score}.` };
  }
  return {
    zh: `${name.zh}同为${score}，按规则${tieBreak.zh}。`,
    en: `${name.en} has ${score} as well, and by the rules ${tieBreak.en}.`,
  };
}

/** The score in a place, whether or not it is known whose it is; undefined where there is no such place. */
function scoreAt({ ranked, undecided = [] }: Ranking, rank: number): string | undefined {
  const tie = undecided.find(({ ranks: [first, last] }) => first <= rank && rank <= last);
  return (ranked.find((one) => one.rank === rank) ?? tie)?.score;
}

/** By what a bid stands behind one of the same score; undefined where that one's is higher. */
function tieBreakOf(
  scoring: ScoringRules,
  { decidedBy, explanation }: RankedBid,
): BilingualText | undefined {
  if (decidedBy === 'score') return undefined;
  if (decidedBy === 'identifier') {
    return { zh: '先登记的在前', en: 'the one that was entered first goes first' };
  }
  // Of several by a criterion or part the last that was asked decided.
  const rule = scoring.tieBreak.findLast(
    (one) => one.variant === decidedBy && isAsked(one, explanation.inputs),
  );
  return rule && tieBreakWords(scoring, rule);
}

function isAsked(rule: TieBreakRule, inputs: Readonly<Record<string, string>>): boolean {
  if (rule.variant === 'higher-criterion') return `criterion/${rule.criterion}` in inputs;
  return rule.variant !== 'higher-part' || `part/${rule.part}` in inputs;
}

function tieBreakWords(scoring: ScoringRules, rule: TieBreakRule): BilingualText {
  switch (rule.variant) {
    case 'earlier-receipt':
      return { zh: '先收到的在前', en: 'the one received earlier goes first' };
    case 'higher-criterion':
      return higher(scoring.criteria.find(({ code }) => code === rule.criterion)!.name);
    case 'higher-part':
      return higher(partName(scoring.parts!.find(({ code }) => code === rule.part)!));
    case 'lower-amount':
      return { zh: '申请金额较低的在前', en: 'the one that asks for less goes first' };
    case 'decision': {
      const { zh, en } = roleWords[rule.by];
      return { zh: `由${zh}决定先后`, en: `${en} decides who goes first` };
    }
  }
}

function higher({ zh, en }: BilingualText): BilingualText {
  return { zh: `“${zh}”得分较高的在前`, en: `the one with more points for “${en}” goes first` };
}

function failedWords(
  { passMarkIs, passMark }: ScoringRules,
  { score, explanation: { rule, inputs } }: FailedBid,
): BilingualText {
  if (rule === '/votes/passVotes') {
    const { votes, passVotes } = inputs;
    return {
      zh: `得票${votes}张，少于规定的${passVotes}张，不列名次。`,
      en: `There are ${votes} votes, fewer than the ${passVotes} needed, so there is no rank.`,
    };
  }
  return passMarkIs === 'exceeded'
    ? {
        zh: `得分${score}，没有超过及格线${passMark}分，不列名次。`,
        en: `A score of ${score} is not above the pass mark of ${passMark}, so there is no rank.`,
      }
    : {
        zh: `得分${score}，低于及格线${passMark}分，不列名次。`,
        en: `A score of ${score} is below the pass mark of ${passMark}, so there is no rank.`,
      };
}

function openTie({ bidIds, score, ranks: [first, last], by }: UndecidedTie): WordedExplanation {
  const others = bidIds.length - 1;
  const { zh, en } = roleWords[by];
  return {
    rule: '/scoring/tieBreak/decision',
    inputs: { score, tied: String(bidIds.length), ranks: `${first}–${last}` },
    arithmetic: `${score} = ${score}`,
    words: {
      zh: `得分${score}，与另外${others}个申报相同，第${first}至${last}名的先后由${zh}决定，尚未决定。`,
      en: `A score of ${score} is shared with ${others === 1 ? 'one other bid' : `${others} other bids`}; ${en} decides on ranks ${first} to ${last} and has not done so yet.`,
    },
  };
}

function joined(sentences: readonly BilingualText[]): BilingualText {
  return {
    zh: sentences.map(({ zh }) => zh).join(''),
    en: sentences.map(({ en }) => en).join(' '),
  };
}
