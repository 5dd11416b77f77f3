import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';
import { ClockEntity } from './clock.entity';

/** The rows of the register of clocks, locked wherever a decision follows. */
@Injectable()
export class ClockRepository {
  async insert(ctx: Context, clock: ClockEntity): Promise<void> {
    await ctx.manager.insert(ClockEntity, clock);
  }

  async update(ctx: Context, clock: ClockEntity): Promise<void> {
    const { id, ...values } = clock;
    await ctx.manager.update(ClockEntity, { id }, values);
  }

  /** The running clock of a rule on a subject, locked. */
  async lockRunning(ctx: Context, rule: string, subjectId: string): Promise<ClockEntity | null> {
    return ctx.manager.findOne(ClockEntity, {
      where: { rule, subjectId, state: 'running' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Every running clock of a process, locked. */
  async lockRunningOf(ctx: Context, process: ProcessRef): Promise<ClockEntity[]> {
    return ctx.manager.find(ClockEntity, {
      where: { processKind: process.kind, processId: process.id, state: 'running' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The newest clock of a rule on a subject, whatever became of it. */
  async latest(ctx: Context, rule: string, subjectId: string): Promise<ClockEntity | null> {
    return ctx.manager.findOne(ClockEntity, { where: { rule, subjectId }, order: { id: 'DESC' } });
  }

  /** The clocks of a process whose time is over by legal time, locked, earliest first. */
  async lockOverdue(ctx: Context, process: ProcessRef): Promise<ClockEntity[]> {
    return ctx.manager
      .createQueryBuilder(ClockEntity, 'clock')
      .where('clock.processKind = :kind AND clock.processId = :id', process)
      .andWhere(`clock.state = 'running' AND clock.dueAt <= app_now()`)
      .orderBy('clock.dueAt', 'ASC')
      .addOrderBy('clock.id', 'ASC')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Every running clock that counts working days or rolls on, locked: those that a new holiday notice may move. */
  async lockMovable(ctx: Context): Promise<ClockEntity[]> {
    return ctx.manager
      .createQueryBuilder(ClockEntity, 'clock')
      .where(`clock.state = 'running'`)
      .andWhere(`clock.countUnit IN ('workingDays', 'calendarDaysRollOn')`)
      .orderBy('clock.id', 'ASC')
      .setLock('pessimistic_write')
      .getMany();
  }
}
