import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { CycleEntity } from '../cycle.entity';
import { NeedEntity } from '../need.entity';
import { GuideListConsultationEntity } from './guide-list-consultation.entity';
import type { ConsultationState } from './guide-list-consultation.transitions';
import { GuideListItemEntity } from './guide-list-item.entity';
import { GuideListEntity } from './guide-list.entity';

/** A consultation with the name of its unit. */
export interface NamedConsultation {
  readonly consultation: GuideListConsultationEntity;
  readonly unitName: string;
}

/** An item with all that is shown of it. */
export interface FullItem {
  readonly item: GuideListItemEntity;
  readonly need: NeedEntity;
  readonly streetName: string;
  readonly consultations: readonly NamedConsultation[];
}

/** A list with its items, in their order. */
export interface FullList {
  readonly list: GuideListEntity;
  readonly items: readonly FullItem[];
}

/** A consultation as the consulted unit sees it. */
export interface AskedConsultation {
  readonly id: string;
  readonly consultation: GuideListConsultationEntity;
  readonly list: GuideListEntity;
  readonly need: NeedEntity;
}

/** What was published, whether it still holds or not. */
const PUBLISHED = ['published', 'superseded'] as const;

/** Reads of guide lists, for those who draw them up, those who are consulted, and everyone. */
@Injectable()
export class GuideListsQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<FullList> {
    const list = await ctx.manager.findOneBy(GuideListEntity, { id });
    if (list === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('guideList.read', { unitPath: list.unitPath });
    return { list, items: await this.itemsOf(ctx, list) };
  }

  /**
   * A list that was published; a draft is absent for everyone here.
   * @throws ACCESS.NOT_FOUND
   */
  async getPublished(ctx: Context, id: string): Promise<FullList> {
    const list = await ctx.manager.findOneBy(GuideListEntity, { id, state: In([...PUBLISHED]) });
    if (list === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const items = await this.itemsOf(ctx, list);
    return { list, items: items.filter(({ item }) => item.outcome !== 'dropped') };
  }

  /** Lists after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<GuideListEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(GuideListEntity, 'list')
      .orderBy('list.id')
      .limit(limit);
    withinReach(query, ctx.reach('guideList.list'), { unitPath: 'list.unit_path' });
    if (after !== undefined) query.andWhere('list.id > :after', { after });
    return query.getMany();
  }

  /** The lists that hold now, after one, by id. */
  async listPublished(ctx: Context, limit: number, after?: string): Promise<GuideListEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(GuideListEntity, 'list')
      .where(`list.state = 'published'`)
      .orderBy('list.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('list.id > :after', { after });
    return query.getMany();
  }

  /** What units within the caller's reach are asked or have answered, after one, by id. */
  async consultations(
    ctx: Context,
    state: ConsultationState | undefined,
    limit: number,
    after?: string,
  ): Promise<AskedConsultation[]> {
    const query = ctx.manager
      .createQueryBuilder(GuideListConsultationEntity, 'c')
      .orderBy('c.id')
      .limit(limit);
    withinReach(query, ctx.reach('consultation.list'), { unitPath: 'c.unit_path' });
    if (state !== undefined) query.andWhere('c.state = :state', { state });
    if (after !== undefined) query.andWhere('c.id > :after', { after });
    const found = await query.getMany();
    const lists = await ctx.manager.findBy(GuideListEntity, {
      id: In(found.map(({ listId }) => listId)),
    });
    const items = await ctx.manager.findBy(GuideListItemEntity, {
      id: In(found.map(({ itemId }) => itemId)),
    });
    const needs = await ctx.manager.findBy(NeedEntity, {
      id: In(items.map(({ needId }) => needId)),
    });
    return found.map((consultation) => {
      const item = items.find(({ id }) => id === consultation.itemId)!;
      return {
        id: consultation.id,
        consultation,
        list: lists.find(({ id }) => id === consultation.listId)!,
        need: needs.find(({ id }) => id === item.needId)!,
      };
    });
  }

  private async itemsOf(ctx: Context, { id: listId }: GuideListEntity): Promise<FullItem[]> {
    const items = await ctx.manager.find(GuideListItemEntity, {
      where: { listId },
      order: { position: 'ASC' },
    });
    const needs = await ctx.manager.findBy(NeedEntity, {
      id: In(items.map(({ needId }) => needId)),
    });
    const cycles = await ctx.manager.findBy(CycleEntity, {
      id: In(needs.map(({ cycleId }) => cycleId)),
    });
    const consultations = await ctx.manager.find(GuideListConsultationEntity, {
      where: { listId },
      order: { id: 'ASC' },
    });
    const nameOf = await unitNames(ctx, [
      ...cycles.map(({ streetId }) => streetId),
      ...consultations.map(({ unitId }) => unitId),
    ]);
    return items.map((item) => {
      const need = needs.find(({ id }) => id === item.needId)!;
      const { streetId } = cycles.find(({ id }) => id === need.cycleId)!;
      return {
        item,
        need,
        streetName: nameOf(streetId),
        consultations: consultations
          .filter(({ itemId }) => itemId === item.id)
          .map((consultation) => ({ consultation, unitName: nameOf(consultation.unitId) })),
      };
    });
  }
}

async function unitNames(ctx: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const rows: { id: string; name: string }[] = await ctx.manager.query(
    'SELECT id, name FROM units WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}
