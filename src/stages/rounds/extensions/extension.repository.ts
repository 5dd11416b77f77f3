import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { ExtensionEntity } from './extension.entity';

/** The rows of extensions. */
@Injectable()
export class ExtensionRepository {
  /** @returns false when another one waits for its decision */
  async insert(ctx: Context, extension: ExtensionEntity): Promise<boolean> {
    const inserted = await ctx.manager
      .createQueryBuilder()
      .insert()
      .into(ExtensionEntity)
      .values(extension)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async find(ctx: Context, id: string): Promise<ExtensionEntity | null> {
    return ctx.manager.findOneBy(ExtensionEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<ExtensionEntity | null> {
    return ctx.manager.findOne(ExtensionEntity, { where: { id }, ...locked });
  }

  /** The one of a round that waits for its decision, locked. */
  async lockProposed(ctx: Context, roundId: string): Promise<ExtensionEntity | null> {
    return ctx.manager.findOne(ExtensionEntity, {
      where: { roundId, state: 'proposed' },
      ...locked,
    });
  }

  async update(ctx: Context, { id, ...values }: ExtensionEntity): Promise<void> {
    await ctx.manager.update(ExtensionEntity, { id }, values);
  }
}

const locked = { lock: { mode: 'pessimistic_write' } } as const;
