import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../database/context';
import { Allow } from '../http/allow.decorator';
import { Ctx } from '../http/ctx.decorator';
import { Documented } from '../http/documented.decorator';
import { Optional } from '../http/optional.decorator';
import { LimitRequest } from '../http/page.dto';
import { FeedQuery } from './feed.query';

export class FeedRequest extends LimitRequest {
  @ApiProperty({ required: false, format: 'uuid', description: '`next` of the answer before' })
  @Optional()
  @IsUUID('7')
  after?: string;
}

export class EventView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'needs.need-submitted' }) name!: string;
  @ApiProperty({ example: { kind: 'need', id: '…', version: 1 } })
  subject!: { kind: string; id: string; version: number };
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class FeedPage {
  @ApiProperty({ type: [EventView] }) items!: EventView[];
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Give it as `after`, now or later; null while there was never an event',
  })
  next!: string | null;
}

@ApiTags('events')
@Controller('v1/events')
export class FeedController {
  constructor(private readonly feed: FeedQuery) {}

  @Get()
  @Allow('event.read')
  @Documented({ summary: 'What happened, in order, as far as I may know', answers: FeedPage })
  async read(@Ctx() ctx: Context, @Query() request: FeedRequest): Promise<FeedPage> {
    const after = request.after ?? null;
    const rows = await this.feed.after(ctx, after, request.limit);
    return {
      items: rows.map(({ id, name, kind, subjectId, version, at }) => ({
        id,
        name,
        subject: { kind, id: subjectId, version },
        at: printInstant(at),
      })),
      next: rows.at(-1)?.id ?? after,
    };
  }
}
