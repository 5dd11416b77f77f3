import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { MessageEntity } from './message.entity';

/** Reads for the page of mails that could not be sent. */
@Injectable()
export class DeadLettersQuery {
  /** By id, the oldest first. */
  async list(ctx: Context, limit: number, after?: string): Promise<MessageEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(MessageEntity, 'message')
      .where(`message.state = 'dead'`)
      .orderBy('message.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('message.id > :after', { after });
    return query.getMany();
  }
}
