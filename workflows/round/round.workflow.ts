import type { ProcessTarget } from '../../src/kernel/standing';
import type { BidSteps } from '../../src/stages/bids/bids.activities';
import type { RoundSteps } from '../../src/stages/rounds/rounds.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<RoundSteps & BidSteps>();

/**
 * One round, from its approval until every contract is signed. Started on any state it catches up; on an ended one it ends.
 * What goes back, such as a re-review after an upheld objection, goes back through the record: the steps ask it each time.
 */
export async function round(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.roundAnnounced);
    await look.until(make.lotsClosed);
    await look.until(make.lotsOpened);
    await look.until(make.bidsQualified);
  });
}
