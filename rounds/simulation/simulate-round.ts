import { Chance } from '../../demo/chance';
import type { RuleSet, Step } from '../../src/rules';
import { organizationOf } from './allocate-lot';
import { AnswerBook } from './answer-book';
import { askOfThing, lotThing, THE_ROUND } from './ask';
import { calendarOf } from './calendar-of';
import { inventBids } from './invent-bids';
import { lotDays, type LotDays } from './lot-days';
import type { Play } from './play';
import { playLot, type PlayedLot } from './play-lot';
import { playProject, type PlayedProject } from './play-project';
import { qualifyBids, type Qualification } from './qualify-bids';
import { roundSums } from './round-sums';
import type { SimulatedRound, SimulationOptions } from './simulated-round';
import { standingAwards } from './standing-awards';
import { tallyDecisions } from './tally-decisions';

/** What may end a round before anybody is awarded. */
const BEFORE_AWARDS: readonly Step[] = [
  ...(['needs', 'call', 'forwarding', 'qualification', 'shortlisting', 'optimisation'] as const),
  ...(['gifts', 'votes', 'pitch', 'review', 'site-check', 'pricing', 'award'] as const),
  ...(['notice', 'contract'] as const),
];
const AFTER_AWARDS: readonly Step[] = ['payment', 'implementation', 'midterm', 'final', 'close'];

/**
 * Plays a whole round in memory by the engines of the rules. Organizations, budgets, scores, votes, gifts, grades and the answers of
 * persons are invented by chance from the seed; the same rules, number and seed give the same round.
 */
export function simulateRound(rules: RuleSet, options: SimulationOptions): SimulatedRound {
  const { calendar, assumedYears } = calendarOf(rules);
  const play: Play = { rules, chance: new Chance(options.seed), calendar };
  const book = new AnswerBook();
  const days = rules.lots.map((lot) => lotDays(play, lot));
  const bids = inventBids(play, days, options.bids);
  askOfThing(play, book, 'round', BEFORE_AWARDS, THE_ROUND);
  for (const { code } of rules.lots) {
    askOfThing(play, book, 'lot', ['needs', 'call', 'forwarding', 'qualification'], lotThing(code));
  }
  const qualification = qualifyBids(play, book, days, bids);
  const lots = playLots(play, book, days, qualification);
  const projects = playProjects(play, book, lots);
  askOfThing(play, book, 'round', AFTER_AWARDS, THE_ROUND);
  for (const { code } of rules.lots) askOfThing(play, book, 'lot', AFTER_AWARDS, lotThing(code));
  const round = { rules, options, assumedYears, days, bids, qualification, lots, projects };
  const answers = book.all;
  return {
    ...round,
    answers,
    sums: roundSums(rules, lots, projects),
    tally: tallyDecisions({ ...round, answers }),
  };
}

/** Lots are awarded one after another, each with the money that those before it have left. */
function playLots(
  play: Play,
  book: AnswerBook,
  days: readonly LotDays[],
  qualification: Qualification,
): PlayedLot[] {
  const isEnded = book.ends(THE_ROUND);
  let left = roundSums(play.rules, [], []).pots.map(({ fund, budgetFen }) => ({
    fund,
    amountFen: budgetFen,
  }));
  const elsewhere: string[] = [];
  return days.map((own) => {
    const before = { left, elsewhere: [...elsewhere] };
    const lot = playLot(play, book, { days: own, qualification, before, isEnded });
    left = [...(lot.awards?.left ?? left)];
    elsewhere.push(...standingAwards(lot).map(({ bid }) => organizationOf(bid)));
    return lot;
  });
}

function playProjects(play: Play, book: AnswerBook, lots: readonly PlayedLot[]): PlayedProject[] {
  return lots.flatMap((lot) =>
    standingAwards(lot).map((award) => playProject(play, book, award, lot.days)),
  );
}
