import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Notices } from '../../registers/notices';

/** Says whether what a review keeps secret may be told: from the public notice of its lot's awards, or of its failure. */
@Injectable()
export class Disclosure {
  constructor(private readonly notices: Notices) {}

  async isOpen(ctx: Context, lotId: string): Promise<boolean> {
    // A lot that goes back after an objection stays disclosed: what was published cannot be taken back.
    return (
      (await this.notices.wasPublished(ctx, 'award', lotId)) ||
      (await this.notices.wasPublished(ctx, 'result', lotId))
    );
  }
}
