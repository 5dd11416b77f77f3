import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { ApiKeyPage, ApiKeyView, MadeApiKeyView, MakeApiKeyRequest } from './api-key.dto';
import { ApiKeysQuery } from './api-keys.query';
import { MakeApiKey } from './make-api-key';
import { RevokeApiKey } from './revoke-api-key';

@ApiTags('people')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly makeApiKey: MakeApiKey,
    private readonly revokeApiKey: RevokeApiKey,
    private readonly keys: ApiKeysQuery,
  ) {}

  @Post()
  @Allow('apiKey.make')
  @Documented({
    summary: 'Make an API key for a machine of mine',
    answers: MadeApiKeyView,
    status: 201,
    refusals: ['CREDENTIALS.LASTS_TOO_LONG'],
  })
  async make(@Ctx() ctx: Context, @Body() body: MakeApiKeyRequest): Promise<MadeApiKeyView> {
    const expiresAt = toInstant(body.expiresAt);
    const { key, token } = await this.makeApiKey.execute(ctx, { ...body, expiresAt });
    return { ...ApiKeyView.of(key), token };
  }

  @Get()
  @Allow('apiKey.list')
  @Documented({ summary: 'List my API keys', answers: ApiKeyPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<ApiKeyPage> {
    const rows = await this.keys.own(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((key) => ApiKeyView.of(key)), nextCursor };
  }

  @Post(':keyId/revocation')
  @Allow('apiKey.revoke')
  @Documented({
    summary: 'Revoke an API key',
    answers: ApiKeyView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDENTIALS.KEY_REVOKED'],
  })
  async revoke(@Ctx() ctx: Context, @IdParam('keyId') keyId: string): Promise<ApiKeyView> {
    return ApiKeyView.of(await this.revokeApiKey.execute(ctx, keyId));
  }
}
