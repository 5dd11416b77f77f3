import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import type { CycleEntity } from '../cycle.entity';
import type { NeedEntity } from '../need.entity';
import { needWordings } from './need.wordings';

/** The street's working days for checking a need: they begin with every submission and end with what the street finds. */
@Injectable()
export class CheckPeriod {
  constructor(
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** The street has its working days, is reminded before the last one, and then passed over to the district. */
  async begin(ctx: Context, need: NeedEntity, cycle: CycleEntity, from: Instant): Promise<void> {
    const period = {
      rule: 'need.check',
      article: `${cycle.rules.code}/checkWorkingDays`,
      subject: { kind: 'need', id: need.id },
      process: { kind: 'needScreening', id: cycle.id },
      from,
      count: { unit: 'workingDays', n: cycle.rules.checkWorkingDays },
    } as const;
    const reminder = { rule: 'need.checkReminder', before: 1 };
    const check = await this.clocks.startReminded(ctx, period, reminder);
    await this.inbox.open(ctx, {
      kind: needWordings.check,
      subject: { kind: 'need', id: need.id },
      to: { duty: 'streetOfficer', scope: { kind: 'unit', id: cycle.streetId } },
      dueAt: check.dueAt,
      facts: { title: need.title },
    });
  }

  /** The street has found; nothing about the check waits for anybody any more. */
  async end(ctx: Context, need: NeedEntity): Promise<void> {
    await this.clocks.meet(ctx, 'need.check', need.id);
    await this.clocks.cancel(ctx, 'need.checkReminder', need.id);
    await this.inbox.done(ctx, needWordings.check, need.id);
    await this.inbox.done(ctx, needWordings.checkOverdue, need.id);
    await this.inbox.withdraw(ctx, needWordings.complete, need.id);
  }
}
