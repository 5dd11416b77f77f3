import { printAmount } from '../../src/kernel/money';
import {
  type AggregatedSheets,
  aggregateSheets,
  type AwardAmount,
  explainPlace,
} from '../../src/rules';
import { roleWords } from '../../src/rules/role-words';
import { saysAnswer, type GivenAnswer } from '../simulation/given-answer';
import type { InventedBid } from '../simulation/invented-bid';
import type { PlayedLot } from '../simulation/play-lot';
import type { SimulatedRound } from '../simulation/simulated-round';
import { FALLS } from './award-lines';
import { checkName } from './check-names';
import { explainProject } from './explain-project';
import { explained, worded } from './explained';
import { failureLines } from './failure-lines';
import { both, bidNo, heading, minuteOf, named } from './lines';

/**
 * All that the rules say of one bid: why it was in or out, why it came where it came, why this amount and these payments, each with
 * the sum that anybody can do again.
 * @param no the number of the bid
 * @returns null when there is no such bid
 */
export function explainLines(round: SimulatedRound, no: number): string[] | null {
  const bid = round.bids.find((one) => one.no === no);
  if (bid === undefined) return null;
  const lot = round.lots.find(({ days }) => days.lot === bid.lot)!;
  return [
    ...heading(`申报${bidNo(no)}的说明`, `Why, for bid ${bidNo(no)}`),
    ...aboutBid(round, bid),
    ...aboutChecks(round, bid),
    ...aboutAnswers(round.answers.filter(({ thing }) => thing === bid.bidId)),
    ...(round.qualification.of(bid.bidId).isQualified ? aboutShortlist(lot, bid) : []),
    ...aboutScore(round, lot, bid),
    ...aboutPlace(round, lot, bid),
    ...aboutAward(lot, bid),
    ...explainProject(round, bid),
    ...(lot.failure === null ? [] : failureLines({ ...round, lots: [lot] })),
  ];
}

function aboutBid({ rules }: SimulatedRound, bid: InventedBid): string[] {
  const { organization, money, receivedAt } = bid;
  const lot = rules.lots.find(({ code }) => code === bid.lot)!;
  const category = rules.categories.find(({ code }) => code === bid.category);
  const budget = printAmount(money.budgetFen);
  const own = printAmount(money.ownFundsFen);
  return [
    `  ${named(organization.name)} · ${named(lot.name)}${category === undefined ? '' : ` · ${named(category.name)}`}`,
    `  收到 received ${minuteOf(receivedAt)} · 预算 budget ${budget} · 自筹 own funds ${own}（虚构 invented）`,
  ];
}

function aboutChecks({ qualification }: SimulatedRound, { bidId }: InventedBid): string[] {
  const { checks, isOpened } = qualification.of(bidId);
  if (!isOpened) return ['  未开启：本分包申报不足。 Not opened: too few bid for its lot.'];
  return checks.flatMap(({ check, outcome, isPassed, isJudged }) => {
    const verdict = isPassed ? '✓' : '✗';
    const by = isJudged ? '（由人答，虚构 answered by a person, invented）' : '';
    return worded(`${verdict} ${named(checkName(check))}${by}`, outcome.explanation);
  });
}

function aboutAnswers(given: readonly GivenAnswer[]): string[] {
  return given.flatMap((answer) => {
    const { by, question } = answer.question;
    const [who, said] = [roleWords[by], saysAnswer(answer)];
    return both({
      zh: `${question.zh} ${who.zh}：${said.zh}（虚构）`,
      en: `${question.en} ${who.en}: ${said.en} (invented)`,
    });
  });
}

function aboutShortlist({ shortlist }: PlayedLot, { bidId }: InventedBid): string[] {
  if (shortlist === null) return [];
  const title = shortlist.kept.has(bidId) ? '✓ 入围 shortlisted' : '✗ 未入围 not shortlisted';
  const own = shortlist.selected.find((one) => one.bidId === bidId);
  return own === undefined ? [`  ${title}`] : worded(title, own.explanation);
}

function aboutScore(
  { rules }: SimulatedRound,
  { review }: PlayedLot,
  { bidId }: InventedBid,
): string[] {
  const score = review?.scores.get(bidId);
  const sheets = review?.sheets.get(bidId) ?? [];
  return [
    ...(sheets.length === 0 ? [] : aboutSheets(aggregateSheets(rules.scoring, sheets))),
    ...(score === undefined ? [] : worded('得分 score', score.explanation)),
  ];
}

function aboutSheets({ score, median, explanation }: AggregatedSheets): string[] {
  const words = {
    zh: `各评委总分汇总为${score}分，中位数${median}分（分数为虚构）。`,
    en: `The totals of the experts come to ${score}; their median is ${median} (the marks are invented).`,
  };
  return explained('评分表 sheets', words, explanation);
}

function aboutPlace(
  { rules }: SimulatedRound,
  { review }: PlayedLot,
  { bidId }: InventedBid,
): string[] {
  const ranking = review?.ranking ?? null;
  if (ranking === null || !review!.scores.has(bidId)) return [];
  return worded('名次 place', explainPlace(rules.scoring, ranking, bidId));
}

function aboutAward({ awards }: PlayedLot, { bidId }: InventedBid): string[] {
  if (awards === null) return [];
  const given = awards.awards.find(({ bid }) => bid.bidId === bidId);
  const amount = given?.amount ?? awards.amounts.get(bidId);
  const placement =
    given?.placement ?? awards.allocation?.placements.find((one) => one.bidId === bidId);
  return [
    ...(placement === undefined ? [] : worded('立项 award', placement.explanation)),
    ...(amount === undefined ? [] : amountLines(amount)),
    ...(given?.fell == null ? [] : [`  立项后退出 fell away：${named(FALLS[given.fell])}`]),
  ];
}

function amountLines(amount: AwardAmount): string[] {
  const title = '金额 amount';
  if (amount.state === 'awaited') return [`  ${title}`, ...both(amount.words, 4)];
  return worded(title, amount.explanation);
}
