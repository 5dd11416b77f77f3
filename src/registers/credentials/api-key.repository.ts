import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { ApiKeyEntity } from './api-key.entity';

/** API keys, of which only hashes are kept. */
@Injectable()
export class ApiKeyRepository {
  async insert(ctx: Context, key: ApiKeyEntity): Promise<void> {
    await ctx.manager.insert(ApiKeyEntity, key);
  }

  /** The account by which a person signs in; null when it was closed. */
  async accountOf(ctx: Context, personId: string): Promise<string | null> {
    const rows: { id: string }[] = await ctx.manager.query(
      `SELECT id FROM accounts WHERE person_id = $1 AND closed_at IS NULL`,
      [personId],
    );
    return rows[0]?.id ?? null;
  }

  /** A key of a person, locked. */
  async lockOwn(ctx: Context, id: string, personId: string): Promise<ApiKeyEntity | null> {
    return ctx.manager
      .createQueryBuilder(ApiKeyEntity, 'key')
      .where('key.id = :id', { id })
      .andWhere(`key.account_id IN (SELECT id FROM accounts WHERE person_id = :personId)`, {
        personId,
      })
      .setLock('pessimistic_write')
      .getOne();
  }

  async revoke(ctx: Context, { id, revokedAt, version }: ApiKeyEntity): Promise<void> {
    await ctx.manager.update(ApiKeyEntity, { id }, { revokedAt, version });
  }
}
