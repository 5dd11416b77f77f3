import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { SanctionEntity } from './sanction.entity';

/** The rows of sanctions; they are added and never changed. */
@Injectable()
export class SanctionRepository {
  async insert(ctx: Context, sanction: SanctionEntity): Promise<void> {
    await ctx.manager.insert(SanctionEntity, sanction);
  }

  /** The sanctions of a project, in the order in which they were imposed. */
  async ofProject(ctx: Context, projectId: string): Promise<SanctionEntity[]> {
    return ctx.manager.find(SanctionEntity, { where: { projectId }, order: { id: 'ASC' } });
  }
}
