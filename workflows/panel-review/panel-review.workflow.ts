import type { ProcessTarget } from '../../src/kernel/standing';
import type { PanelReviewSteps } from '../../src/stages/reviews/reviews.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<PanelReviewSteps>();

/**
 * One panel of a round, from the freezing of its pool until its report is signed. When a member leaves, the step under way
 * calls the next of the draw, and if need be freezes and draws again: the panel goes back on the record, not here.
 */
export async function panelReview(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.poolFrozen);
    await look.until(make.panelDrawn);
    await look.until(make.panelSeated);
    await look.until(make.sheetsIn);
    await look.until(make.deviationsConfirmed);
    await look.until(make.reportSigned);
  });
}
