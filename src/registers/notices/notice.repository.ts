import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { NoticeEntity, type NoticeKind } from './notice.entity';

/** The rows of notices, which are only ever added. */
/** The rows of notices, which are only ever added. */
@Injectable()
export class NoticeRepository {
  async insert(ctx: Context, notice: NoticeEntity): Promise<void> {
    await ctx.manager.insert(NoticeEntity, notice);
  }

  /** The notice of one of these kinds that was published last about a thing. */
  async lastOf(
    ctx: Context,
    kinds: readonly NoticeKind[],
    subjectId: string,
  ): Promise<NoticeEntity | null> {
    return ctx.manager.findOne(NoticeEntity, {
      where: { kind: In([...kinds]), subjectId },
      order: { publishedAt: 'DESC' },
    });
  }
}
