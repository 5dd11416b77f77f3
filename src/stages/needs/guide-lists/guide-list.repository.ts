import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { NeedEntity } from '../need.entity';
import { GuideListConsultationEntity } from './guide-list-consultation.entity';
import { GuideListItemEntity } from './guide-list-item.entity';
import { GuideListEntity } from './guide-list.entity';

/** The rows of guide lists, their items and consultations; lock the list before deciding anything about it. */
@Injectable()
export class GuideListRepository {
  /** Of some needs those that were selected, in no order. */
  async selected(ctx: Context, needIds: readonly string[]): Promise<NeedEntity[]> {
    return ctx.manager.findBy(NeedEntity, { id: In([...needIds]), state: 'selected' });
  }

  /** The nearest unit above all the streets of these cycles. */
  async unitAbove(
    ctx: Context,
    cycleIds: readonly string[],
  ): Promise<{ readonly id: string; readonly path: string }> {
    const rows: { id: string; path: string }[] = await ctx.manager.query(
      `SELECT id, path::text AS path FROM units
       WHERE path = (SELECT lca(array_agg(unit_path)) FROM screening_cycles WHERE id = ANY($1::uuid[]))`,
      [cycleIds],
    );
    return rows[0]!;
  }

  async insert(
    ctx: Context,
    list: GuideListEntity,
    items: readonly GuideListItemEntity[],
  ): Promise<void> {
    await ctx.manager.insert(GuideListEntity, list);
    await ctx.manager.insert(GuideListItemEntity, [...items]);
  }

  async update(ctx: Context, { id, ...values }: GuideListEntity): Promise<void> {
    await ctx.manager.update(GuideListEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<GuideListEntity | null> {
    return ctx.manager.findOne(GuideListEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async item(ctx: Context, listId: string, id: string): Promise<GuideListItemEntity | null> {
    return ctx.manager.findOneBy(GuideListItemEntity, { id, listId });
  }

  async items(ctx: Context, listId: string): Promise<GuideListItemEntity[]> {
    return ctx.manager.find(GuideListItemEntity, { where: { listId }, order: { position: 'ASC' } });
  }

  async updateItem(ctx: Context, { id, ...values }: GuideListItemEntity): Promise<void> {
    await ctx.manager.update(GuideListItemEntity, { id }, values);
  }

  async insertConsultation(ctx: Context, consultation: GuideListConsultationEntity): Promise<void> {
    await ctx.manager.insert(GuideListConsultationEntity, consultation);
  }

  async updateConsultation(
    ctx: Context,
    { id, ...values }: GuideListConsultationEntity,
  ): Promise<void> {
    await ctx.manager.update(GuideListConsultationEntity, { id }, values);
  }

  async findConsultation(ctx: Context, id: string): Promise<GuideListConsultationEntity | null> {
    return ctx.manager.findOneBy(GuideListConsultationEntity, { id });
  }

  async isConsulted(ctx: Context, itemId: string, unitId: string): Promise<boolean> {
    return ctx.manager.existsBy(GuideListConsultationEntity, { itemId, unitId });
  }

  async consultations(ctx: Context, listId: string): Promise<GuideListConsultationEntity[]> {
    return ctx.manager.find(GuideListConsultationEntity, {
      where: { listId },
      order: { id: 'ASC' },
    });
  }

  /** The needs of a list's items. */
  async needs(ctx: Context, items: readonly GuideListItemEntity[]): Promise<NeedEntity[]> {
    return ctx.manager.findBy(NeedEntity, { id: In(items.map(({ needId }) => needId)) });
  }
}
