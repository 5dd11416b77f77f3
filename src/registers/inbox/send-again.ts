import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { InboxRepository } from './inbox.repository';
import type { MessageEntity } from './message.entity';
import { messageTransitions } from './message.transitions';

/** Has a mail that was laid aside tried again, once what kept it is mended. */
@Injectable()
export class SendAgain {
  constructor(private readonly repository: InboxRepository) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, HTTP.STALE */
  async execute(ctx: Context, messageId: string): Promise<MessageEntity> {
    const message = requireFound(await this.repository.lockMessage(ctx, messageId));
    ctx.matches(message.version);
    message.state = messageTransitions.next(message.state, 'sendAgain');
    Object.assign(message, { enqueuedAt: null, settledAt: null });
    message.version += 1;
    await this.repository.updateMessage(ctx, message);
    await ctx.record({
      name: 'inbox.message-queued-again',
      aggregate: { kind: 'message', id: message.id, version: message.version },
      move: 'sendAgain',
      body: { lastError: message.lastError },
      audience: {},
    });
    return message;
  }
}
