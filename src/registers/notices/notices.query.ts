import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { NoticeEntity, type NoticeKind } from './notice.entity';

/** What a list of notices may be narrowed to. */
export interface NoticeFilter {
  readonly kind?: NoticeKind;
  readonly roundId?: string;
}

/** Reads of what is published, for everyone; the tenant of the transaction is the one of the address. */
@Injectable()
export class NoticesQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<NoticeEntity> {
    const notice = await ctx.manager.findOneBy(NoticeEntity, { id });
    if (notice === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return notice;
  }

  /** Notices in the order in which they were published, without their contents, which may be long. */
  async list(
    ctx: Context,
    filter: NoticeFilter,
    limit: number,
    after?: string,
  ): Promise<NoticeEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .select(LINE)
      .orderBy('notice.id')
      .limit(limit);
    if (filter.kind) query.andWhere('notice.kind = :kind', { kind: filter.kind });
    if (filter.roundId) query.andWhere('notice.roundId = :roundId', { roundId: filter.roundId });
    if (after !== undefined) query.andWhere('notice.id > :after', { after });
    return query.getMany();
  }
}

const LINE = [
  'notice.id',
  'notice.kind',
  'notice.subjectKind',
  'notice.subjectId',
  'notice.roundId',
  'notice.titleZh',
  'notice.titleEn',
  'notice.digest',
  'notice.firstDay',
  'notice.lastDay',
  'notice.publishedAt',
];
