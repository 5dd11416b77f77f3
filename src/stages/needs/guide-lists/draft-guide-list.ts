import { Injectable } from '@nestjs/common';
import { isAtOrAbove } from '../../../access/decide';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import type { NeedEntity } from '../need.entity';
import type { GuideListItemEntity } from './guide-list-item.entity';
import type { GuideListEntity } from './guide-list.entity';
import { refuseGuideLists } from './guide-list.refusals';
import { GuideListRepository } from './guide-list.repository';
import { guideListTransitions } from './guide-list.transitions';

/** What is told of a list to be drafted. */
export interface NewGuideList {
  readonly title: string;
  /** Selected needs, of one or several streets, in the order in which they are to stand. */
  readonly needIds: readonly string[];
  /** The published edition that this one is to supersede. */
  readonly replaces: string | null;
}

/** Drafts a guide list, or the next edition of one. */
@Injectable()
export class DraftGuideList {
  constructor(private readonly lists: GuideListRepository) {}

  /** @throws ACCESS.NOT_FOUND, GUIDE_LISTS.NEED_NOT_SELECTED, STATE.OUT_OF_ORDER */
  async execute(ctx: Context, wanted: NewGuideList): Promise<GuideListEntity> {
    const needs = await this.selectedWithinReach(ctx, wanted.needIds);
    const count = wanted.needIds.length - needs.length;
    if (count > 0) throw refuseGuideLists('GUIDE_LISTS.NEED_NOT_SELECTED', { count }, '/needIds');
    const cycleIds = needs.map(({ cycleId }) => cycleId);
    const unit = await this.lists.unitAbove(ctx, cycleIds);
    ctx.require('guideList.draft', { unitPath: unit.path });
    const id = newId();
    const list: GuideListEntity = {
      id,
      seriesId: (await this.replaced(ctx, wanted.replaces))?.seriesId ?? id,
      replaces: wanted.replaces,
      edition: null,
      unitId: unit.id,
      unitPath: unit.path,
      title: wanted.title,
      state: guideListTransitions.initial,
      draftedBy: ctx.personId,
      draftedAt: await ctx.now(),
      publishedBy: null,
      publishedAt: null,
      version: 1,
    };
    await this.lists.insert(
      ctx,
      list,
      wanted.needIds.map((needId, i) => itemOf(id, needId, i + 1)),
    );
    await ctx.record({
      name: 'needs.guide-list-drafted',
      aggregate: { kind: 'guideList', id, version: 1 },
      move: null,
      body: { needIds: [...wanted.needIds], replaces: list.replaces },
      audience: { unitPaths: [list.unitPath] },
    });
    return list;
  }

  /** A need that the caller may make no list of is told as one that was not selected: neither says what became of it. */
  private async selectedWithinReach(
    ctx: Context,
    needIds: readonly string[],
  ): Promise<NeedEntity[]> {
    const { everything, unitPaths } = ctx.reach('guideList.draft');
    const needs = await this.lists.selected(ctx, needIds);
    return needs.filter(
      (need) => everything || unitPaths.some((path) => isAtOrAbove(path, need.unitPath)),
    );
  }

  /** The edition to be superseded, which has to be the published one now and again when the new one is published. */
  private async replaced(ctx: Context, id: string | null): Promise<GuideListEntity | null> {
    if (id === null) return null;
    const replaced = await this.lists.lock(ctx, id);
    if (replaced === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('guideList.draft', { unitPath: replaced.unitPath });
    guideListTransitions.next(replaced.state, 'supersede');
    return replaced;
  }
}

function itemOf(listId: string, needId: string, position: number): GuideListItemEntity {
  return { id: newId(), listId, needId, position, outcome: null, reason: null };
}
