import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { NeedRepository } from '../need.repository';
import { needWordings } from './need.wordings';

/** What happens when a street does not check a need: it is reminded, then the district is told. */
@Injectable()
export class NeedClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly people: People,
    private readonly needs: NeedRepository,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('need.checkReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('need.check', (ctx, { subjectId }) => this.escalate(ctx, subjectId));
  }

  private async remind(ctx: Context, needId: string): Promise<void> {
    const need = await this.needs.lock(ctx, needId);
    const check = await this.clocks.find(ctx, 'need.check', needId);
    if (need?.state !== 'submitted' || check === null) return;
    const officers = await this.people.holdersAtUnit(ctx, 'streetOfficer', need.unitPath);
    await this.inbox.write(
      ctx,
      officers,
      needWordings.checkReminder,
      { kind: 'need', id: needId },
      { title: need.title, dueAt: printInstant(check.dueAt) },
    );
  }

  private async escalate(ctx: Context, needId: string): Promise<void> {
    const need = await this.needs.lock(ctx, needId);
    if (need?.state !== 'submitted') return;
    const subject = { kind: 'need', id: needId };
    const facts = { title: need.title };
    await this.inbox.open(ctx, {
      kind: needWordings.checkOverdue,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: need.unitId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', need.unitPath);
    await this.inbox.write(ctx, organizers, needWordings.checkOverdue, subject, facts);
  }
}
