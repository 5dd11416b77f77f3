import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { ExpertEntity } from './expert.entity';
import { refuseExperts } from './expert.refusals';
import { ExpertRepository } from './expert.repository';

/** Notes the days on which an expert is away. */
@Injectable()
export class TakeLeave {
  constructor(private readonly repository: ExpertRepository) {}

  /** @throws ACCESS.NOT_FOUND, EXPERTS.DAYS_REVERSED */
  async execute(ctx: Context, expertId: string, from: Day, until: Day): Promise<ExpertEntity> {
    const expert = await this.repository.lock(ctx, expertId);
    if (expert === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, personId } = expert;
    ctx.require('expert.takeLeave', { unitPath, personId });
    ctx.matches(expert.version);
    if (until < from) throw refuseExperts('EXPERTS.DAYS_REVERSED', { from, until }, '/until');
    await this.repository.insertLeave(ctx, {
      id: newId(),
      expertId,
      fromDay: from,
      untilDay: until,
    });
    expert.version += 1;
    await this.repository.update(ctx, expert);
    await ctx.record({
      name: 'experts.leave-taken',
      aggregate: { kind: 'expert', id: expertId, version: expert.version },
      move: null,
      body: { from, until },
      audience: { personIds: [personId] },
    });
    return expert;
  }
}
