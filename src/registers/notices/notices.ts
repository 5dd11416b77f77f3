import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import { digestOf } from '../../platform/crypto/digest';
import type { Context } from '../../platform/database/context';
import type { Json } from '../../platform/record/domain-event';
import type { NoticeEntity, NoticeKind } from './notice.entity';
import { NoticeRepository } from './notice.repository';

/** Something to be published. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly roundId?: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Everything in it is read by everyone; amounts are strings. */
  readonly content: Readonly<Record<string, Json>>;
  /** Today unless said otherwise. */
  readonly firstDay?: Day;
  /** Included; without it the notice stands for good. */
  readonly lastDay?: Day;
}

/** The register of what is published. */
@Injectable()
export class Notices {
  constructor(private readonly repository: NoticeRepository) {}

  /** When a notice of one of these kinds was last published about a thing; null when none ever was. */
  async lastPublishedAt(
    ctx: Context,
    kinds: readonly NoticeKind[],
    subjectId: string,
  ): Promise<Instant | null> {
    return (await this.repository.lastOf(ctx, kinds, subjectId))?.publishedAt ?? null;
  }

  /** Publishes in the caller's transaction. What was published stays as it is: a correction is another notice. */
  async publish(ctx: Context, wanted: NewNotice): Promise<{ readonly id: string }> {
    const publishedAt = await ctx.now();
    const notice: NoticeEntity = {
      id: newId(),
      kind: wanted.kind,
      subjectKind: wanted.subject.kind,
      subjectId: wanted.subject.id,
      roundId: wanted.roundId ?? null,
      titleZh: wanted.title.zh,
      titleEn: wanted.title.en,
      content: wanted.content,
      digest: digestOf(wanted.content),
      firstDay: wanted.firstDay ?? dayOf(publishedAt),
      lastDay: wanted.lastDay ?? null,
      publishedAt,
      version: 1,
    };
    await this.repository.insert(ctx, notice);
    await ctx.record({
      name: 'notices.notice-published',
      aggregate: { kind: 'notice', id: notice.id, version: 1 },
      move: null,
      ...(wanted.roundId !== undefined && { roundId: wanted.roundId }),
      body: { kind: notice.kind, subject: { ...wanted.subject }, digest: notice.digest },
      audience: { public: true },
    });
    return { id: notice.id };
  }
}
