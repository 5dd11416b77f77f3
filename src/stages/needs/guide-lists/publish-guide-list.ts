import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Notices } from '../../../registers/notices';
import type { GuideListItemEntity } from './guide-list-item.entity';
import type { GuideListEntity } from './guide-list.entity';
import { refuseGuideLists } from './guide-list.refusals';
import { GuideListRepository } from './guide-list.repository';
import { settleItems, type ItemDecision } from './guide-list.rules';
import { guideListTransitions } from './guide-list.transitions';
import { guideListWordings } from './guide-list.wordings';

/** Publishes a guide list; the edition that it replaces is superseded in the same act. */
@Injectable()
export class PublishGuideList {
  constructor(
    private readonly lists: GuideListRepository,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param decisions on every item to which a consulted unit did not consent
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, GUIDE_LISTS.SAME_PERSON, and what settleItems throws
   */
  async execute(
    ctx: Context,
    listId: string,
    decisions: readonly ItemDecision[],
  ): Promise<GuideListEntity> {
    const list = await this.lists.lock(ctx, listId);
    if (list === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('guideList.publish', { unitPath: list.unitPath });
    ctx.matches(list.version);
    list.state = guideListTransitions.next(list.state, 'publish');
    const drafted = { kind: 'guideList', id: list.id, version: 1 };
    if (await this.people.isSameHand(ctx, list.draftedBy, drafted)) {
      throw refuseGuideLists('GUIDE_LISTS.SAME_PERSON');
    }
    const items = await this.settle(ctx, list, decisions);
    list.edition = 1 + (await this.supersede(ctx, list));
    list.publishedBy = ctx.personId;
    list.publishedAt = await ctx.now();
    list.version += 1;
    await this.lists.update(ctx, list);
    await this.inbox.done(ctx, guideListWordings.publish, list.id);
    await this.announce(ctx, list, items);
    await ctx.record({
      name: 'needs.guide-list-published',
      aggregate: { kind: 'guideList', id: list.id, version: list.version },
      move: 'publish',
      body: {
        edition: list.edition,
        items: items.map(({ needId, outcome }) => ({ needId, outcome })),
      },
      audience: { public: true },
    });
    return list;
  }

  private async settle(
    ctx: Context,
    list: GuideListEntity,
    decisions: readonly ItemDecision[],
  ): Promise<GuideListItemEntity[]> {
    const items = await this.lists.items(ctx, list.id);
    const consultations = await this.lists.consultations(ctx, list.id);
    const consulted = items.map(({ id: itemId }) => ({
      itemId,
      consents: consultations
        .filter((consultation) => consultation.itemId === itemId)
        .map(({ consents }) => consents),
    }));
    for (const { itemId, outcome, reason } of settleItems(consulted, decisions)) {
      const item = items.find(({ id }) => id === itemId)!;
      Object.assign(item, { outcome, reason });
      await this.lists.updateItem(ctx, item);
    }
    return items;
  }

  /** @returns the number of the edition that was superseded, 0 for a list that replaces none */
  private async supersede(ctx: Context, { replaces }: GuideListEntity): Promise<number> {
    const old = replaces === null ? null : await this.lists.lock(ctx, replaces);
    if (old === null) return 0;
    ctx.require('guideList.publish', { unitPath: old.unitPath });
    old.state = guideListTransitions.next(old.state, 'supersede');
    old.version += 1;
    await this.lists.update(ctx, old);
    await ctx.record({
      name: 'needs.guide-list-superseded',
      aggregate: { kind: 'guideList', id: old.id, version: old.version },
      move: 'supersede',
      body: { edition: old.edition },
      audience: { public: true },
    });
    return old.edition!;
  }

  private async announce(
    ctx: Context,
    list: GuideListEntity,
    items: readonly GuideListItemEntity[],
  ): Promise<void> {
    const published = items.filter(({ outcome }) => outcome !== 'dropped');
    const needs = await this.lists.needs(ctx, published);
    await this.notices.publish(ctx, {
      kind: 'guide-list',
      subject: { kind: 'guideList', id: list.id },
      title: { zh: list.title, en: `Guide list of projects, edition ${list.edition}` },
      content: {
        guideListId: list.id,
        edition: list.edition,
        supersedes: list.replaces,
        items: published.map(({ needId }) => {
          const { title, serviceArea } = needs.find(({ id }) => id === needId)!;
          return { needId, title, serviceArea };
        }),
      },
    });
  }
}
