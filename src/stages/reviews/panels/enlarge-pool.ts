import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { FreezePool } from '../draw/freeze-pool';
import { refuseReviews } from '../reviews.refusals';
import { reviewWordings } from '../reviews.wordings';
import { PanelBook, processOf } from './panel-book';
import type { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { panelTransitions } from './panel.transitions';

/** An organizer says that the pool has been enlarged; the draw that waited for it goes on. */
@Injectable()
export class EnlargePool {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: PanelRepository,
    private readonly freezePool: FreezePool,
    private readonly book: PanelBook,
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.POOL_TOO_SMALL, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, panelId: string): Promise<PanelEntity> {
    const panel = await this.repository.lock(ctx, panelId);
    if (panel === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId } = panel;
    ctx.require('panel.enlarge', { unitPath, roundId });
    ctx.matches(panel.version);
    // Only a pool that is still to be frozen can be enlarged.
    panelTransitions.next(panel.state, 'freeze');
    const round = await this.rounds.get(ctx, roundId);
    const [short] = await this.freezePool.lacking(ctx, panel, round);
    if (short !== undefined) throw refuseReviews('REVIEWS.POOL_TOO_SMALL', { ...short });
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    panel.lacking = null;
    await this.inbox.done(ctx, reviewWordings.poolTooSmall, panel.id);
    await this.book.note(ctx, panel, 'reviews.pool-enlarged', null, {
      nudges: [processOf(panel)],
    });
    return panel;
  }
}
