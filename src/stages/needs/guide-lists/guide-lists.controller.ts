import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { AnswerConsultation } from './answer-consultation';
import { ConsultUnit } from './consult-unit';
import { DraftGuideList } from './draft-guide-list';
import {
  AnswerConsultationRequest,
  AskedConsultationView,
  ConsultationPage,
  ConsultationView,
  ConsultUnitRequest,
  DraftGuideListRequest,
  FullGuideListView,
  GuideListPage,
  GuideListView,
  ListConsultationsRequest,
  PublishGuideListRequest,
} from './guide-list.dto';
import { GuideListsQuery } from './guide-lists.query';
import { PublishGuideList } from './publish-guide-list';

@ApiTags('guide lists')
@Controller('v1')
export class GuideListsController {
  constructor(
    private readonly draftGuideList: DraftGuideList,
    private readonly consultUnit: ConsultUnit,
    private readonly answerConsultation: AnswerConsultation,
    private readonly publishGuideList: PublishGuideList,
    private readonly lists: GuideListsQuery,
  ) {}

  @Post('guide-lists')
  @Allow('guideList.draft')
  @Documented({
    summary: 'Draft a guide list of selected needs, or the next edition of one',
    answers: GuideListView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'GUIDE_LISTS.NEED_NOT_SELECTED', 'STATE.OUT_OF_ORDER'],
  })
  async draft(@Ctx() ctx: Context, @Body() body: DraftGuideListRequest): Promise<GuideListView> {
    const { title, needIds, replaces = null } = body;
    return GuideListView.of(await this.draftGuideList.execute(ctx, { title, needIds, replaces }));
  }

  @Get('guide-lists')
  @Allow('guideList.list')
  @Documented({ summary: 'List guide lists within reach, drafts included', answers: GuideListPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<GuideListPage> {
    const rows = await this.lists.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((list) => GuideListView.of(list)), nextCursor };
  }

  @Get('guide-lists/:guideListId')
  @Allow('guideList.read')
  @Documented({
    summary: 'Read a guide list with its items and consultations',
    answers: FullGuideListView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('guideListId') guideListId: string,
  ): Promise<FullGuideListView> {
    return FullGuideListView.full(await this.lists.get(ctx, guideListId));
  }

  @Post('guide-lists/:guideListId/consultations')
  @Allow('guideList.consult')
  @Documented({
    summary: 'Ask a unit whether it consents to an item',
    answers: ConsultationView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'GUIDE_LISTS.ITEM_UNKNOWN',
      'UNITS.UNKNOWN',
      'GUIDE_LISTS.CONSULTED_ALREADY',
    ],
  })
  async consult(
    @Ctx() ctx: Context,
    @IdParam('guideListId') guideListId: string,
    @Body() { itemId, unitId }: ConsultUnitRequest,
  ): Promise<ConsultationView> {
    return ConsultationView.of(await this.consultUnit.execute(ctx, guideListId, itemId, unitId));
  }

  @Get('guide-list-consultations')
  @Allow('consultation.list')
  @Documented({ summary: 'What my units are consulted on', answers: ConsultationPage })
  async consultations(
    @Ctx() ctx: Context,
    @Query() { state, limit, cursor }: ListConsultationsRequest,
  ): Promise<ConsultationPage> {
    const rows = await this.lists.consultations(ctx, state, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((asked) => AskedConsultationView.asked(asked)), nextCursor };
  }

  @Post('guide-list-consultations/:consultationId/answer')
  @Allow('consultation.answer')
  @Documented({
    summary: 'Answer for a consulted unit',
    answers: ConsultationView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'GUIDE_LISTS.DRAFTER_ANSWERS',
      'GUIDE_LISTS.COMMENT_REQUIRED',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('consultationId') consultationId: string,
    @Body() { consents, comment }: AnswerConsultationRequest,
  ): Promise<ConsultationView> {
    return ConsultationView.of(
      await this.answerConsultation.execute(ctx, consultationId, consents, comment ?? null),
    );
  }

  @Post('guide-lists/:guideListId/publication')
  @Allow('guideList.publish')
  @Documented({
    summary: 'Publish a guide list; the edition that it replaces is superseded',
    answers: GuideListView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'GUIDE_LISTS.SAME_PERSON',
      'GUIDE_LISTS.NOT_CONSULTED',
      'GUIDE_LISTS.ANSWERS_OPEN',
      'GUIDE_LISTS.UNDECIDED',
      'GUIDE_LISTS.NOTHING_TO_DECIDE',
      'GUIDE_LISTS.EMPTY',
    ],
  })
  async publish(
    @Ctx() ctx: Context,
    @IdParam('guideListId') guideListId: string,
    @Body() { decisions }: PublishGuideListRequest,
  ): Promise<GuideListView> {
    return GuideListView.of(await this.publishGuideList.execute(ctx, guideListId, decisions));
  }
}
