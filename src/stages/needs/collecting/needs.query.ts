import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Attachments } from '../../../registers/attachments';
import { NeedEntity } from '../need.entity';
import type { NeedState } from '../need.transitions';
import { ScreeningRepository } from '../screening/screening.repository';

/** What a list of needs may be narrowed to. */
export interface NeedFilter {
  readonly cycleId?: string;
  readonly state?: NeedState;
}

/** Reads of needs, as far as the caller's duties reach. */
@Injectable()
export class NeedsQuery implements OnModuleInit {
  constructor(
    private readonly screening: ScreeningRepository,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.attachments.readableBy('need', async (ctx, needId) => {
      await this.get(ctx, needId);
      return () => true;
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<NeedEntity> {
    const need = await ctx.manager.findOneBy(NeedEntity, { id });
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.read', {
      unitPath: need.unitPath,
      personId: need.submittedBy,
      assignedIds: await this.screening.expertsOf(ctx, need.cycleId),
    });
    return need;
  }

  /** Needs after one, by id. */
  async list(
    ctx: Context,
    filter: NeedFilter,
    limit: number,
    after?: string,
  ): Promise<NeedEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(NeedEntity, 'need')
      .orderBy('need.id')
      .limit(limit);
    withinReach(query, ctx.reach('need.list'), {
      unitPath: 'need.unit_path',
      personId: 'need.submitted_by',
    });
    if (filter.cycleId) query.andWhere('need.cycleId = :cycleId', { cycleId: filter.cycleId });
    if (filter.state) query.andWhere('need.state = :state', { state: filter.state });
    if (after !== undefined) query.andWhere('need.id > :after', { after });
    return query.getMany();
  }
}
