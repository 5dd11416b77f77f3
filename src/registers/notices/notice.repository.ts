import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { NoticeEntity, type NoticeKind } from './notice.entity';

/** The rows of notices, which are only ever added. */
/** The rows of notices, which are only ever added. */
@Injectable()
export class NoticeRepository {
  async insert(ctx: Context, notice: NoticeEntity): Promise<void> {
    await ctx.manager.insert(NoticeEntity, notice);
  }

  async exists(ctx: Context, kind: NoticeKind, subjectId: string): Promise<boolean> {
    return ctx.manager.existsBy(NoticeEntity, { kind, subjectId });
  }
}
