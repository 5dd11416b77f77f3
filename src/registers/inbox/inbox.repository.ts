import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { MessageEntity } from './message.entity';
import { TaskEntity } from './task.entity';

/** The rows of tasks and messages. */
@Injectable()
export class InboxRepository {
  /** Opens a task unless the same one is open. */
  async insertTask(ctx: Context, task: TaskEntity): Promise<void> {
    await insertUnlessThere(ctx.manager, TaskEntity, task);
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

  async insertMessage(ctx: Context, message: MessageEntity): Promise<void> {
    await ctx.manager.insert(MessageEntity, message);
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
