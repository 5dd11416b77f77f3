import type { ProcessTarget } from '../../src/kernel/standing';
import type { AwardSteps } from '../../src/stages/awards/awards.activities';
import type { BidSteps } from '../../src/stages/bids/bids.activities';
import type { ContractSteps } from '../../src/stages/contracts/contracts.activities';
import type { RoundReviewSteps } from '../../src/stages/reviews/reviews.activities';
import type { RoundSteps } from '../../src/stages/rounds/rounds.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<RoundSteps & BidSteps & RoundReviewSteps & AwardSteps & ContractSteps>();

/**
 * One round, from its approval until every contract is signed and what was not awarded has gone back. Started on any state it catches up; on an ended one it ends.
 * What goes back, such as a re-review after an upheld objection, goes back through the record: the steps ask it each time.
 */
export async function round(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.roundAnnounced);
    await look.until(make.lotsClosed);
    await look.until(make.lotsOpened);
    await look.until(make.bidsQualified);
    await look.until(make.panelsSeated);
    await look.until(make.lotsReviewed);
    await look.until(make.awardsProposed);
    await look.until(make.awardsApproved);
    await look.until(make.awardsNoticed);
    await look.until(make.awardsConfirmed);
    await look.until(make.contractsDrawn);
    await look.until(make.allSigned);
    await look.until(make.moneyReturned);
  });
}
