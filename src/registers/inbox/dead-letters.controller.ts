import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { DeadLetterPage, DeadLetterView } from './dead-letter.dto';
import { DeadLettersQuery } from './dead-letters.query';
import { SendAgain } from './send-again';

@ApiTags('inbox')
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly query: DeadLettersQuery,
    private readonly sendAgain: SendAgain,
  ) {}

  @Get()
  @Allow('deadLetter.list')
  @Documented({
    summary: 'Mails that could not be sent: to whom and why, never what they say',
    answers: DeadLetterPage,
  })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<DeadLetterPage> {
    const rows = await this.query.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((message) => DeadLetterView.of(message)), nextCursor };
  }

  @Post(':messageId/sending')
  @Allow('deadLetter.send')
  @Documented({
    summary: 'Have a mail sent again that could not be sent',
    answers: DeadLetterView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER'],
  })
  async send(
    @Ctx() ctx: Context,
    @IdParam('messageId') messageId: string,
  ): Promise<DeadLetterView> {
    return DeadLetterView.of(await this.sendAgain.execute(ctx, messageId));
  }
}
