import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { TrancheAcceptanceEntity } from './tranche-acceptance.entity';

/** The rows of acceptances; they are added and never changed. */
@Injectable()
export class TrancheAcceptanceRepository {
  /** @returns false when the work was accepted already */
  async insert(ctx: Context, acceptance: TrancheAcceptanceEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, TrancheAcceptanceEntity, acceptance);
  }

  async ofProject(ctx: Context, projectId: string): Promise<TrancheAcceptanceEntity[]> {
    return ctx.manager.findBy(TrancheAcceptanceEntity, { projectId });
  }
}
