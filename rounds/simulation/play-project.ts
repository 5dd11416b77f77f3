import type { Fen } from '../../src/kernel/money';
import type { AnswerBook } from './answer-book';
import { askOfBids } from './ask';
import type { Award } from './award';
import { evaluateProject } from './evaluate-project';
import { followTranches, type FollowedTranche } from './follow-tranches';
import type { LotDays } from './lot-days';
import type { Play } from './play';
import { projectAccounts, type ProjectAccounts } from './project-accounts';
import { projectHistory, type ProjectHistory } from './project-history';
import { recoveries, type Recovery } from './recover';
import { signContract, type SignedContract } from './sign-contract';
import { stoppedByDecision } from './stopped-by-decision';
import { totalOf } from './yuan';

/** A project from its contract to its last payment. */
export interface PlayedProject {
  readonly award: Award;
  readonly contract: SignedContract;
  readonly history: ProjectHistory;
  readonly accounts: ProjectAccounts;
  readonly tranches: readonly FollowedTranche[];
  readonly recoveries: readonly Recovery[];
  readonly paidFen: Fen;
  /** What was never paid of the award. */
  readonly releasedFen: Fen;
  /** What went back of what was paid. */
  readonly returnedFen: Fen;
}

/** What persons decide of a project, and of the award that it came of, while it runs. */
const STEPS = ['contract', 'payment', 'implementation', 'midterm', 'final', 'close'] as const;

/** Plays a project whose award stands. */
export function playProject(
  play: Play,
  book: AnswerBook,
  award: Award,
  days: LotDays,
): PlayedProject {
  const { bid, amountFen } = award;
  const contract = signContract(play, award, days);
  const evaluations = evaluateProject(play, bid, contract);
  for (const per of ['bid', 'award', 'project'] as const) askOfBids(play, book, per, STEPS, [bid]);
  const putOutAt = stoppedByDecision(book, bid, contract, evaluations);
  const history = projectHistory(play, bid, evaluations, putOutAt);
  const accounts = projectAccounts(play, bid, contract, amountFen);
  const tranches = followTranches(play, { bid, days, contract, history, accounts });
  const recovered = recoveries(play, bid, history, tranches);
  return {
    ...{ award, contract, history, accounts, tranches, recoveries: recovered },
    paidFen: totalOf(tranches.map(({ paidFen }) => paidFen)),
    releasedFen: totalOf(tranches.map(({ releasedFen }) => releasedFen)),
    returnedFen: totalOf(recovered.map((recovery) => recovery.amountFen)),
  };
}
