import { Module } from '@nestjs/common';
import { ApiKeyRepository } from './api-key.repository';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysQuery } from './api-keys.query';
import { MakeApiKey } from './make-api-key';
import { RevokeApiKey } from './revoke-api-key';

@Module({
  controllers: [ApiKeysController],
  providers: [ApiKeyRepository, ApiKeysQuery, MakeApiKey, RevokeApiKey],
})
export class CredentialsModule {}
