import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { ListNoticesRequest, NoticeLineView, NoticePage, NoticeView } from './notice.dto';
import { NoticesQuery } from './notices.query';

@ApiTags('notices')
@ApiParam({ name: 'tenant', description: 'The code of the top unit' })
@Controller('v1/public/:tenant/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesQuery) {}

  @Get()
  @Allow('notice.list')
  @Documented({ summary: 'What is published', answers: NoticePage })
  async list(@Ctx() ctx: Context, @Query() request: ListNoticesRequest): Promise<NoticePage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.notices.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((notice) => NoticeLineView.of(notice)), nextCursor };
  }

  @Get(':noticeId')
  @Allow('notice.read')
  @Documented({ summary: 'Read a notice', answers: NoticeView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('noticeId') noticeId: string): Promise<NoticeView> {
    return NoticeView.whole(await this.notices.get(ctx, noticeId));
  }
}
