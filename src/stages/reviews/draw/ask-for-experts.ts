import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { Round } from '../../rounds';
import { PanelBook } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { reviewWordings } from '../reviews.wordings';
import type { Shortfall } from './fill-seats';

/** Asks the organizer for the experts that the pool lacks. */
@Injectable()
export class AskForExperts {
  constructor(
    private readonly book: PanelBook,
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** Asks once for each thing that lacks, however often the process looks; the caller has locked the panel. */
  async execute(ctx: Context, panel: PanelEntity, round: Round, short: Shortfall): Promise<void> {
    if (isSame(panel.lacking, short)) return;
    panel.lacking = short;
    const { seat, needed, found } = short;
    await this.book.note(ctx, panel, 'reviews.pool-found-too-small', null, {
      body: { seat, needed, found },
    });
    const facts = { round: round.code, seat, needed, found };
    const subject = { kind: 'panel', id: panel.id };
    await this.inbox.withdraw(ctx, reviewWordings.poolTooSmall, panel.id);
    await this.inbox.open(ctx, {
      kind: reviewWordings.poolTooSmall,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: round.unitId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', round.unitPath);
    await this.inbox.write(ctx, organizers, reviewWordings.poolTooSmall, subject, facts);
  }
}

function isSame(a: Shortfall | null, b: Shortfall): boolean {
  return a?.seat === b.seat && a.needed === b.needed && a.found === b.found;
}
