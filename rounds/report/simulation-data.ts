import { keptByHand } from '../../src/rules';
import type { PlayedLot } from '../simulation/play-lot';
import type { PlayedProject } from '../simulation/play-project';
import type { SimulatedRound } from '../simulation/simulated-round';
import type { GivenAnswer } from '../simulation/given-answer';
import type { InventedBid } from '../simulation/invented-bid';
import { plainData, type PlainData } from './plain-data';

/** A simulated round as data, with every explanation: what is printed and more. Amounts are texts with two decimals. */
export function simulationData(round: SimulatedRound): PlainData {
  const { rules, options, assumedYears, days, bids, lots, projects, answers, sums, tally } = round;
  return plainData({
    schema: 'yichuang/round-simulation/1',
    invented: {
      zh: '组织、预算、分数、票数、捐助、裁定、签约日、评估得分均为虚构；规则与算法为真。',
      en: 'Organizations, budgets, scores, votes, gifts, decisions, days of signing and marks are invented; rules and sums are real.',
    },
    rules: rules.code,
    currency: rules.currency,
    ...options,
    assumedYears,
    days,
    bids: bids.map((bid) => ofBid(round, bid)),
    answers: answers.map(ofAnswer),
    lots: lots.map(ofLot),
    projects: projects.map(ofProject),
    sums,
    decisions: tally,
    keptByHand: keptByHand(rules),
  });
}

function ofBid({ qualification }: SimulatedRound, bid: InventedBid) {
  const { requestedFen, checks, isOpened, isQualified } = qualification.of(bid.bidId);
  return {
    ...bid,
    requested: requestedFen,
    isOpened,
    isQualified,
    checks: checks.map(({ check, outcome, isPassed, isJudged }) => ({
      ...{ check: check.variant, isPassed, isJudged, explanation: outcome.explanation },
    })),
  };
}

function ofAnswer({ question, thing, value }: GivenAnswer) {
  const { code, at, per, by, question: text, clause, rule } = question;
  return { code, at, per, by, question: text, clause, rule, thing, answer: value };
}

function ofLot(lot: PlayedLot) {
  const { days, bids, shortlist, review, awards, failure } = lot;
  return {
    lot: days.lot,
    bids: bids.length,
    failure,
    shortlist,
    scores: review === null ? [] : [...review.scores.values()],
    sheets: review?.sheets,
    ranking: review?.ranking,
    amounts: awards?.amounts,
    placements: awards?.allocation?.placements.map((place) => ({
      ...place,
      explanation: place.explanation,
    })),
    awards: awards?.awards.map(({ bid, isFromReserve, amountFen, overrunFen, draws, fell }) => ({
      ...{ bid: bid.no, isFromReserve, amount: amountFen, beyondPots: overrunFen, draws, fell },
    })),
    left: awards?.left,
  };
}

function ofProject(project: PlayedProject) {
  const { award, contract, history, accounts, tranches, recoveries } = project;
  const { paidFen, releasedFen, returnedFen } = project;
  return {
    ...{ bid: award.bid.no, amount: award.amountFen, contract, accounts },
    evaluations: history.evaluations.map(({ rules, gradedAt, scores, graded }) => ({
      ...{ code: rules.code, gradedAt, scores, ...graded },
    })),
    failures: history.failures.map(({ evaluation, isMadeGood, settledAt, isJudged }) => ({
      ...{ evaluation: evaluation.rules.code, isMadeGood, settledAt, isJudged },
    })),
    stoppedAt: history.stoppedAt,
    tranches: tranches.map(({ rules, ...tranche }) => ({ code: rules.code, ...tranche })),
    recoveries,
    ...{ paid: paidFen, released: releasedFen, returned: returnedFen },
  };
}
