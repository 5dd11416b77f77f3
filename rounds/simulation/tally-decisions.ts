import { figureCodes, simpleTriggers } from '../../src/rules';
import type { DecisionTally } from './decision-tally';
import type { FollowedTranche } from './follow-tranches';
import type { PlayedProject } from './play-project';
import type { SimulatedRound } from './simulated-round';

type Told = Omit<SimulatedRound, 'tally' | 'sums'>;

/** Counts who decided what in a round: each check, score, place, amount, day, grade and payment once. */
export function tallyDecisions(round: Told): DecisionTally[] {
  return [
    ...[checks(round), shortlists(round), scores(round), places(round), amounts(round)],
    ...answers(round),
    ...[days(round), grades(round), payments(round)],
  ];
}

function checks({ qualification }: Told): DecisionTally {
  const all = qualification.all.flatMap((one) => one.checks);
  const byPerson = all.filter(({ isJudged }) => isJudged).length;
  return {
    name: { zh: '资格审查各项', en: 'checks of the qualification' },
    ...{ automatic: all.length - byPerson, byPerson },
  };
}

/** By a panel's sheets or a count of votes the rules choose; what persons chose is among their answers. */
function shortlists({ lots }: Told): DecisionTally {
  const lists = lots.flatMap(({ shortlist }) => (shortlist === null ? [] : [shortlist]));
  return {
    name: { zh: '入围（由人：评分表）', en: 'first selection (by person: sheets)' },
    automatic: count(lists.map(({ selected }) => selected.length)),
    byPerson: count(
      lists.flatMap(({ sheets }) => [...sheets.values()].map(({ length }) => length)),
    ),
  };
}

function scores({ lots }: Told): DecisionTally {
  const reviews = lots.flatMap(({ review }) => (review === null ? [] : [review]));
  return {
    name: { zh: '得分（由人：评分表）', en: 'scores (by person: sheets)' },
    automatic: count(reviews.map((review) => review.scores.size)),
    byPerson: count(
      reviews.flatMap(({ sheets }) => [...sheets.values()].map(({ length }) => length)),
    ),
  };
}

/** Ranks and awards; what persons decide of ties and of a vote-off is among their answers. */
function places({ lots }: Told): DecisionTally {
  const ranked = count(lots.map(({ review }) => review?.scores.size ?? 0));
  const placed = count(lots.map(({ awards }) => awards?.allocation?.placements.length ?? 0));
  const calledUp = count(
    lots.map(
      ({ awards }) => awards?.awards.filter(({ isFromReserve }) => isFromReserve).length ?? 0,
    ),
  );
  return {
    name: { zh: '名次、立项与递补', en: 'ranks, awards, reserve' },
    automatic: ranked + placed + calledUp,
    byPerson: 0,
  };
}

function amounts({ lots }: Told): DecisionTally {
  return {
    name: { zh: '资助额', en: 'amounts' },
    automatic: count(lots.map(({ awards }) => awards?.amounts.size ?? 0)),
    byPerson: 0,
  };
}

/** All that was asked of persons: decisions, and figures that a rule reads. */
function answers({ answers: given }: Told): DecisionTally[] {
  const figures = new Set<string>([
    ...[figureCodes.votes, figureCodes.voters, figureCodes.gifts],
    ...[figureCodes.approved, figureCodes.settled],
  ]);
  const isFigure = (code: string) => figures.has(code) || code.startsWith(figureCodes.part(''));
  const entered = given.filter(({ question }) => isFigure(question.code)).length;
  return [
    {
      name: {
        zh: '票数、捐助、加分、核定额等登记',
        en: 'figures entered: votes, gifts, points, amounts',
      },
      ...{ automatic: 0, byPerson: entered },
    },
    {
      name: { zh: '其他裁定', en: 'other decisions' },
      ...{ automatic: 0, byPerson: given.length - entered },
    },
  ];
}

/** The last day of each notice, of each signing, and of each payment. */
function days({ days: lots, projects }: Told): DecisionTally {
  const payBy = projects.flatMap(({ tranches }) => tranches.filter((one) => one.payBy !== null));
  return {
    name: { zh: '期限', en: 'days on which something is due' },
    ...{ automatic: lots.length + projects.length + payBy.length, byPerson: 0 },
  };
}

function grades({ projects }: Told): DecisionTally {
  const histories = projects.map(({ history }) => history);
  const judged = histories.flatMap(({ failures }) => failures.filter(({ isJudged }) => isJudged));
  return {
    name: {
      zh: '评估等级（由人：评估打分、整改认定）',
      en: 'grades (by person: marks, what was put right)',
    },
    automatic: count(histories.map(({ evaluations }) => evaluations.length)),
    byPerson:
      count(
        histories.map(({ evaluations }) => evaluations.filter((one) => one.scores !== null).length),
      ) + judged.length,
  };
}

function payments({ projects }: Told): DecisionTally {
  const tranches = projects.flatMap((project) => project.tranches);
  return {
    name: {
      zh: '拨付与追回（由人：验收、追回数额）',
      en: 'payments and recoveries (by person: acceptance, what is asked back)',
    },
    automatic: tranches.length + recovered(projects, (by) => by === null),
    byPerson: tranches.filter(isAccepted).length + recovered(projects, (by) => by !== null),
  };
}

function isAccepted({ rules: { trigger }, due }: FollowedTranche): boolean {
  return due.isDue && simpleTriggers(trigger).some(({ variant }) => variant === 'accepted');
}

function recovered(
  projects: readonly PlayedProject[],
  isIt: (by: PlayedProject['recoveries'][number]['by']) => boolean,
): number {
  return count(projects.map(({ recoveries }) => recoveries.filter(({ by }) => isIt(by)).length));
}

function count(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
