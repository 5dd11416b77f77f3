import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { DutyRecordsQuery } from './duty-records.query';
import { DutyRecordPage, DutyRecordView, RecordDutyRequest } from './duty.dto';
import { RecordDuty } from './record-duty';

@ApiTags('monitoring')
@Controller('v1/projects/:projectId/duty-records')
export class DutiesController {
  constructor(
    private readonly recordDuty: RecordDuty,
    private readonly query: DutyRecordsQuery,
  ) {}

  @Get()
  @Allow('dutyRecord.list')
  @Documented({
    summary: 'List what was done of the duties of a project',
    answers: DutyRecordPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<DutyRecordPage> {
    const rows = await this.query.list(ctx, projectId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((record) => DutyRecordView.of(record)), nextCursor };
  }

  @Post()
  @Allow('duty.record')
  @Documented({
    summary: 'Record that a duty of a project was done, by whoever its rules put it on',
    answers: DutyRecordView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'MONITORING.DUTY_UNKNOWN',
      'STATE.OUT_OF_ORDER',
      'MONITORING.DUTY_DAY_OUTSIDE',
      'MONITORING.EVIDENCE_MISSING',
      'PEOPLE.DUTIES_CONFLICT',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async record(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { attachments = [], ...done }: RecordDutyRequest,
  ): Promise<DutyRecordView> {
    return DutyRecordView.of(await this.recordDuty.execute(ctx, projectId, done, attachments));
  }
}
