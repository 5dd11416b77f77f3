import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { People, type Person } from '../people';
import { TaskEntity } from './task.entity';

/** A task as it waits for the caller. */
export interface WaitingTask {
  readonly task: TaskEntity;
  /** Whose duty it is, where the caller sees it as their deputy alone. */
  readonly onBehalfOf: Person | null;
}

/** Reads for the page of what waits for the caller. */
@Injectable()
export class InboxQuery {
  constructor(private readonly people: People) {}

  /**
   * The open tasks of the caller: their own, and those of the duties they hold or do for somebody else. What is one's own as well
   * is not marked: one does as oneself what one may.
   */
  async openTasks(ctx: Context, limit: number, after?: string): Promise<WaitingTask[]> {
    const held = ctx.caller.mandates.map(({ duty, scope, onBehalfOf }) => ({
      duty,
      kind: scope.kind,
      id: scope.id,
      path: scope.kind === 'unit' ? scope.path : null,
      behalf: onBehalfOf ?? null,
    }));
    const { entities, raw } = await ctx.manager
      .createQueryBuilder(TaskEntity, 'task')
      .addSelect(`(SELECT held.behalf ${HELD} ORDER BY held.behalf NULLS FIRST LIMIT 1)`, 'behalf')
      .where('task.closedAt IS NULL')
      .andWhere(`(task.personId = :personId OR EXISTS (SELECT ${HELD}))`)
      .setParameters({ personId: ctx.personId, held: JSON.stringify(held) })
      .andWhere(after === undefined ? 'true' : 'task.id > :after', { after })
      .orderBy('task.id')
      .limit(limit)
      .getRawAndEntities<{ behalf: string | null }>();
    const behalf = raw.map(({ behalf: id }) => id);
    const known = await this.people.getMany(ctx, [...new Set(behalf.filter((id) => id !== null))]);
    const people = new Map(known.map((person) => [person.id, person]));
    return entities.map((task, i) => ({
      task,
      onBehalfOf: behalf[i] === null ? null : people.get(behalf[i]!)!,
    }));
  }
}

/** The caller's duties that a task waits for. */
const HELD = `FROM jsonb_to_recordset(:held::jsonb) AS held (duty text, kind text, id uuid, path text, behalf uuid)
  LEFT JOIN units unit ON task.scope_kind = 'unit' AND unit.id = task.scope_id
  WHERE held.duty = task.duty AND held.kind = task.scope_kind
    AND (held.id = task.scope_id OR held.path::ltree @> unit.path)`;
