import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { ApiKeyEntity } from './api-key.entity';

/** Reads one's own API keys. */
@Injectable()
export class ApiKeysQuery {
  /** The caller's own keys, revoked ones too. */
  async own(ctx: Context, limit: number, after?: string): Promise<ApiKeyEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(ApiKeyEntity, 'key')
      .where(`key.account_id IN (SELECT id FROM accounts WHERE person_id = :personId)`, {
        personId: ctx.personId,
      })
      .orderBy('key.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('key.id > :after', { after });
    return query.getMany();
  }
}
