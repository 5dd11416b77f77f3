import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { GuideListsQuery } from './guide-lists.query';
import {
  FullPublicGuideListView,
  PublicGuideListPage,
  PublicGuideListView,
} from './public-guide-list.dto';

@ApiTags('guide lists')
@ApiParam({ name: 'tenant', description: 'The code of the top unit' })
@Controller('v1/public/:tenant/guide-lists')
export class PublicGuideListsController {
  constructor(private readonly lists: GuideListsQuery) {}

  @Get()
  @Allow('publicGuideList.list')
  @Documented({ summary: 'The guide lists that hold now', answers: PublicGuideListPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<PublicGuideListPage> {
    const rows = await this.lists.listPublished(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((list) => PublicGuideListView.of(list)), nextCursor };
  }

  @Get(':guideListId')
  @Allow('publicGuideList.read')
  @Documented({
    summary: 'Read a published guide list, also one that was superseded',
    answers: FullPublicGuideListView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('guideListId') guideListId: string,
  ): Promise<FullPublicGuideListView> {
    return FullPublicGuideListView.full(await this.lists.getPublished(ctx, guideListId));
  }
}
