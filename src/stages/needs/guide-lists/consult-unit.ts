import { Injectable } from '@nestjs/common';
import type { Duty } from '../../../access/duties';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Units, type Unit } from '../../../registers/units';
import type { GuideListConsultationEntity } from './guide-list-consultation.entity';
import { guideListConsultationTransitions } from './guide-list-consultation.transitions';
import type { GuideListItemEntity } from './guide-list-item.entity';
import type { GuideListEntity } from './guide-list.entity';
import { refuseGuideLists } from './guide-list.refusals';
import { GuideListRepository } from './guide-list.repository';
import { guideListTransitions } from './guide-list.transitions';
import { guideListWordings } from './guide-list.wordings';

/** Asks a unit whether it consents to an item: a department, a street, a community. */
@Injectable()
export class ConsultUnit {
  constructor(
    private readonly lists: GuideListRepository,
    private readonly units: Units,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, GUIDE_LISTS.ITEM_UNKNOWN, UNITS.UNKNOWN, GUIDE_LISTS.CONSULTED_ALREADY */
  async execute(
    ctx: Context,
    listId: string,
    itemId: string,
    unitId: string,
  ): Promise<GuideListConsultationEntity> {
    const list = await this.lists.lock(ctx, listId);
    if (list === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('guideList.consult', { unitPath: list.unitPath });
    guideListTransitions.next(list.state, 'consult');
    const item = await this.lists.item(ctx, list.id, itemId);
    if (item === null) throw refuseGuideLists('GUIDE_LISTS.ITEM_UNKNOWN', {}, '/itemId');
    const unit = await this.units.get(ctx, unitId);
    if (await this.lists.isConsulted(ctx, item.id, unit.id)) {
      throw refuseGuideLists('GUIDE_LISTS.CONSULTED_ALREADY');
    }
    const consultation: GuideListConsultationEntity = {
      id: newId(),
      listId: list.id,
      itemId: item.id,
      unitId: unit.id,
      unitPath: unit.path,
      state: guideListConsultationTransitions.initial,
      askedBy: ctx.personId,
      askedAt: await ctx.now(),
      consents: null,
      comment: null,
      answeredBy: null,
      answeredAt: null,
      version: 1,
    };
    await this.lists.insertConsultation(ctx, consultation);
    await this.ask(ctx, list, item, unit, consultation.id);
    await ctx.record({
      name: 'needs.unit-consulted',
      aggregate: { kind: 'guideListConsultation', id: consultation.id, version: 1 },
      move: null,
      body: { listId: list.id, itemId: item.id, unitId: unit.id },
      audience: { unitPaths: [list.unitPath, unit.path] },
    });
    return consultation;
  }

  private async ask(
    ctx: Context,
    list: GuideListEntity,
    item: GuideListItemEntity,
    unit: Unit,
    consultationId: string,
  ): Promise<void> {
    const [need] = await this.lists.needs(ctx, [item]);
    const kind = guideListWordings.answer;
    const subject = { kind: 'guideListConsultation', id: consultationId };
    const facts = { list: list.title, item: need!.title };
    const duty = answering(unit);
    const to = { duty, scope: { kind: 'unit', id: unit.id } } as const;
    await this.inbox.open(ctx, { kind, subject, to, facts });
    const officers = await this.people.holdersOf(ctx, duty, unit.id);
    await this.inbox.write(ctx, officers, kind, subject, facts);
    // What was complete is so no longer.
    await this.inbox.withdraw(ctx, guideListWordings.publish, list.id);
  }
}

/** Whose task it is to answer for a unit. */
function answering({ kind }: Unit): Duty {
  switch (kind) {
    case 'street':
    case 'centre':
      return 'streetOfficer';
    case 'community':
    case 'station':
    case 'grid':
      return 'communityOfficer';
    case 'city':
    case 'district':
    case 'bureau':
      return 'organizer';
  }
}
