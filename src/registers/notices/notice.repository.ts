import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { NoticeEntity } from './notice.entity';

@Injectable()
export class NoticeRepository {
  async insert(ctx: Context, notice: NoticeEntity): Promise<void> {
    await ctx.manager.insert(NoticeEntity, notice);
  }
}
