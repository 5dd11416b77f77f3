import { Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { InboxRepository } from './inbox.repository';
import { messageTransitions } from './message.transitions';

/** Who a task is for: one person, or whoever holds a duty somewhere. */
export type Addressee =
  | { readonly personId: string }
  | {
      readonly duty: Duty;
      readonly scope: { readonly kind: 'unit' | 'party' | 'round'; readonly id: string };
    };

/** A task to be opened. */
export interface NewTask {
  /** The code of a wording, such as `needs.check`. */
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly to: Addressee;
  readonly dueAt?: Instant;
  /** What the wording speaks of: numbers, dates and titles of things, never a person's data. */
  readonly facts?: Facts;
}

/** What waits for people, and what is written to them. */
@Injectable()
export class Inbox {
  constructor(private readonly repository: InboxRepository) {}

  /** Opens a task; the same one twice is one. */
  async open(ctx: Context, task: NewTask): Promise<void> {
    const { to } = task;
    const forDuty = 'duty' in to ? to : null;
    await this.repository.insertTask(ctx, {
      id: newId(),
      kind: task.kind,
      subjectKind: task.subject.kind,
      subjectId: task.subject.id,
      personId: 'personId' in to ? to.personId : null,
      duty: forDuty?.duty ?? null,
      scopeKind: forDuty?.scope.kind ?? null,
      scopeId: forDuty?.scope.id ?? null,
      facts: task.facts ?? {},
      dueAt: task.dueAt ?? null,
      remindedAt: null,
      closedAt: null,
      outcome: null,
    });
  }

  /** What waited was done. */
  async done(ctx: Context, kind: string, subjectId: string, personId?: string): Promise<void> {
    await this.repository.closeTasks(ctx, kind, subjectId, 'done', personId);
  }

  /** What waited no longer matters. */
  async withdraw(ctx: Context, kind: string, subjectId: string, personId?: string): Promise<void> {
    await this.repository.closeTasks(ctx, kind, subjectId, 'withdrawn', personId);
  }

  /** The time for it is over. */
  async lapse(ctx: Context, kind: string, subjectId: string, personId?: string): Promise<void> {
    await this.repository.closeTasks(ctx, kind, subjectId, 'lapsed', personId);
  }

  /** Writes to people; each gets the mail in their own language once this transaction is committed. */
  async write(
    ctx: Context,
    personIds: readonly string[],
    template: string,
    subject: { readonly kind: string; readonly id: string },
    facts: Facts = {},
  ): Promise<void> {
    const messages = [...new Set(personIds)].map((personId) => ({
      id: newId(),
      personId,
      template,
      facts,
      subjectKind: subject.kind,
      subjectId: subject.id,
      state: messageTransitions.initial,
      enqueuedAt: null,
      attempts: 0,
      lastError: null,
      settledAt: null,
      version: 0,
    }));
    if (messages.length > 0) await this.repository.insertMessages(ctx, messages);
  }
}
