import { Injectable } from '@nestjs/common';
import { Identities } from '../../platform/auth/identities';
import { trueNow } from '../../platform/clock/true-clock';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { ApiKeyEntity } from './api-key.entity';
import { ApiKeyRepository } from './api-key.repository';
import { refuseCredentials } from './credentials.refusals';

/** Revokes a key: here at once, in other processes within a second. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly repository: ApiKeyRepository,
    private readonly identities: Identities,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CREDENTIALS.KEY_REVOKED */
  async execute(ctx: Context, keyId: string): Promise<ApiKeyEntity> {
    const { personId } = ctx;
    const key = await this.repository.lockOwn(ctx, keyId, personId);
    if (key === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('apiKey.revoke', { personId });
    ctx.matches(key.version);
    if (key.revokedAt !== null) throw refuseCredentials('CREDENTIALS.KEY_REVOKED');
    key.revokedAt = trueNow();
    key.version += 1;
    await this.repository.revoke(ctx, key);
    await ctx.record({
      name: 'credentials.api-key-revoked',
      aggregate: { kind: 'apiKey', id: key.id, version: key.version },
      move: null,
      body: {},
      audience: { personIds: [personId] },
    });
    this.identities.forgetPerson(personId);
    return key;
  }
}
