import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { MessageEntity } from './message.entity';
import { TaskEntity } from './task.entity';

/** Legal time, by the statement itself: asking first would be a message of its own. */
const NOW = () => 'app_now()';

/** The rows of tasks and messages. */
@Injectable()
export class InboxRepository {
  /** Opens a task, now, unless the same one is open. */
  async insertTask(ctx: Context, task: Omit<TaskEntity, 'openedAt'>): Promise<void> {
    await insertUnlessThere(ctx.manager, TaskEntity, { ...task, openedAt: NOW });
  }

  /** Closes the open tasks of a kind on a subject; with a person, only theirs. */
  async closeTasks(
    ctx: Context,
    kind: string,
    subjectId: string,
    outcome: NonNullable<TaskEntity['outcome']>,
    personId?: string,
  ): Promise<void> {
    await ctx.manager.query(
      `UPDATE tasks SET closed_at = app_now(), outcome = $3
       WHERE kind = $1 AND subject_id = $2 AND closed_at IS NULL
         AND ($4::uuid IS NULL OR person_id = $4)`,
      [kind, subjectId, outcome, personId ?? null],
    );
  }

  /** Messages that are created now. */
  async insertMessages(
    ctx: Context,
    messages: readonly Omit<MessageEntity, 'createdAt'>[],
  ): Promise<void> {
    const rows = messages.map((message) => ({ ...message, createdAt: NOW }));
    await ctx.manager.insert(MessageEntity, rows);
  }

  async lockMessage(ctx: Context, id: string): Promise<MessageEntity | null> {
    return ctx.manager.findOne(MessageEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async updateMessage(ctx: Context, { id, ...values }: MessageEntity): Promise<void> {
    await ctx.manager.update(MessageEntity, { id }, values);
  }
}
