import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { InboxQuery } from './inbox.query';
import { TaskPage, TaskView } from './task.dto';

@ApiTags('inbox')
@Controller('v1/tasks')
export class TasksController {
  constructor(private readonly query: InboxQuery) {}

  @Get()
  @Allow('task.list')
  @Documented({ summary: 'What waits for me, until when, and why', answers: TaskPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<TaskPage> {
    const rows = await this.query.openTasks(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(
      rows.map((row) => ({ ...row, id: row.task.id })),
      page.limit,
    );
    return { items: items.map((waiting) => TaskView.of(waiting, ctx.locale)), nextCursor };
  }
}
