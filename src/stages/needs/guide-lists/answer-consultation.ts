import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { GuideListConsultationEntity } from './guide-list-consultation.entity';
import { guideListConsultationTransitions } from './guide-list-consultation.transitions';
import type { GuideListEntity } from './guide-list.entity';
import { refuseGuideLists } from './guide-list.refusals';
import { GuideListRepository } from './guide-list.repository';
import { guideListWordings } from './guide-list.wordings';

/** An officer of a consulted unit answers for it. */
@Injectable()
export class AnswerConsultation {
  constructor(
    private readonly lists: GuideListRepository,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, GUIDE_LISTS.DRAFTER_ANSWERS, GUIDE_LISTS.COMMENT_REQUIRED */
  async execute(
    ctx: Context,
    consultationId: string,
    consents: boolean,
    comment: string | null,
  ): Promise<GuideListConsultationEntity> {
    const asked = await this.lists.findConsultation(ctx, consultationId);
    if (asked === null) throw refuseAccess('ACCESS.NOT_FOUND');
    // All that happens to a list waits in one line: its consultations are only changed under its lock.
    const list = await this.lists.lock(ctx, asked.listId);
    const consultation = await this.lists.findConsultation(ctx, consultationId);
    if (list === null || consultation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('consultation.answer', { unitPath: consultation.unitPath });
    ctx.matches(consultation.version);
    consultation.state = guideListConsultationTransitions.next(consultation.state, 'answer');
    const drafted = { kind: 'guideList', id: list.id, version: 1 };
    if (await this.people.isSameHand(ctx, list.draftedBy, drafted)) {
      throw refuseGuideLists('GUIDE_LISTS.DRAFTER_ANSWERS');
    }
    if (!consents && comment === null) {
      throw refuseGuideLists('GUIDE_LISTS.COMMENT_REQUIRED', {}, '/comment');
    }
    Object.assign(consultation, { consents, comment, answeredBy: ctx.personId });
    consultation.answeredAt = await ctx.now();
    consultation.version += 1;
    await this.lists.updateConsultation(ctx, consultation);
    await this.inbox.done(ctx, guideListWordings.answer, consultation.id);
    await this.askForPublication(ctx, list);
    await ctx.record({
      name: 'needs.consultation-answered',
      aggregate: {
        kind: 'guideListConsultation',
        id: consultation.id,
        version: consultation.version,
      },
      move: 'answer',
      body: { listId: list.id, itemId: consultation.itemId, consents },
      audience: { unitPaths: [list.unitPath, consultation.unitPath] },
    });
    return consultation;
  }

  private async askForPublication(ctx: Context, list: GuideListEntity): Promise<void> {
    const consultations = await this.lists.consultations(ctx, list.id);
    const items = await this.lists.items(ctx, list.id);
    const isComplete =
      consultations.every(({ state }) => state === 'answered') &&
      items.every(({ id }) => consultations.some(({ itemId }) => itemId === id));
    if (!isComplete) return;
    await this.inbox.open(ctx, {
      kind: guideListWordings.publish,
      subject: { kind: 'guideList', id: list.id },
      to: { duty: 'approver', scope: { kind: 'unit', id: list.unitId } },
      facts: { list: list.title },
    });
  }
}
