import { Injectable } from '@nestjs/common';
import type { Act } from '../../access/access-table';
import { newId } from '../../kernel/id';
import { trueNow, trueNowMs } from '../../platform/clock/true-clock';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { newToken } from '../people';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeyRepository } from './api-key.repository';
import { refuseCredentials } from './credentials.refusals';

const MAX_DAYS = 366;
const SHOWN = 10;

/** A key just made; the token is shown this once. */
export interface MadeApiKey {
  readonly key: ApiKeyEntity;
  readonly token: string;
}

/** Makes a key for a machine of the caller's. It can do no more than the caller, and only the acts it names. */
@Injectable()
export class MakeApiKey {
  constructor(private readonly repository: ApiKeyRepository) {}

  /** @throws CREDENTIALS.LASTS_TOO_LONG */
  async execute(
    ctx: Context,
    wanted: { name: string; acts: readonly Act[]; expiresAt: Date },
  ): Promise<MadeApiKey> {
    ctx.require('apiKey.make', { personId: ctx.personId });
    const lastsMs = wanted.expiresAt.getTime() - trueNowMs();
    if (lastsMs <= 0 || lastsMs > MAX_DAYS * 86_400_000) {
      throw refuseCredentials('CREDENTIALS.LASTS_TOO_LONG', { days: MAX_DAYS }, '/expiresAt');
    }
    const accountId = await this.repository.accountOf(ctx, ctx.personId);
    if (accountId === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { token, hash } = newToken('yck');
    const key: ApiKeyEntity = {
      id: newId(),
      accountId,
      name: wanted.name,
      prefix: token.slice(0, SHOWN),
      tokenHash: hash,
      acts: [...new Set(wanted.acts)],
      version: 1,
      createdAt: trueNow(),
      lastUsedAt: null,
      expiresAt: wanted.expiresAt,
      revokedAt: null,
    };
    await this.repository.insert(ctx, key);
    await ctx.record({
      name: 'credentials.api-key-made',
      aggregate: { kind: 'apiKey', id: key.id, version: 1 },
      move: null,
      body: { acts: key.acts, expiresAt: key.expiresAt.toISOString() },
      audience: { personIds: [ctx.personId] },
    });
    return { key, token };
  }
}
