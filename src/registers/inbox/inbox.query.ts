import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { TaskEntity } from './task.entity';

/** Reads for the page of what waits for the caller. */
@Injectable()
export class InboxQuery {
  /** The open tasks of the caller: their own, and those of the duties they hold. */
  async openTasks(ctx: Context, limit: number, after?: string): Promise<TaskEntity[]> {
    const { personId } = ctx;
    const held = ctx.caller.mandates.map(({ duty, scope }) => ({
      duty,
      kind: scope.kind,
      id: scope.id,
      path: scope.kind === 'unit' ? scope.path : null,
    }));
    return ctx.manager
      .createQueryBuilder(TaskEntity, 'task')
      .where('task.closedAt IS NULL')
      .andWhere(
        `(task.personId = :personId OR EXISTS (
           SELECT FROM jsonb_to_recordset(:held::jsonb) AS held (duty text, kind text, id uuid, path text)
           LEFT JOIN units unit ON task.scope_kind = 'unit' AND unit.id = task.scope_id
           WHERE held.duty = task.duty AND held.kind = task.scope_kind
             AND (held.id = task.scope_id OR held.path::ltree @> unit.path)))`,
        { personId, held: JSON.stringify(held) },
      )
      .andWhere(after === undefined ? 'true' : 'task.id > :after', { after })
      .orderBy('task.id')
      .limit(limit)
      .getMany();
  }
}
