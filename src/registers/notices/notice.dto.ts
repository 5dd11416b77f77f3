import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { type NoticeEntity, type NoticeKind, noticeKinds } from './notice.entity';

export class ListNoticesRequest extends PageRequest {
  @ApiProperty({ required: false, enum: noticeKinds })
  @Optional()
  @IsIn(noticeKinds)
  kind?: NoticeKind;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;
}

export class NoticeLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: noticeKinds }) kind!: NoticeKind;
  @ApiProperty({ example: { kind: 'round', id: '…' } }) subject!: { kind: string; id: string };
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) roundId!: string | null;
  @ApiProperty({ example: { zh: '申报公告', en: 'Call' } }) title!: { zh: string; en: string };
  @ApiProperty({ description: 'SHA-256 of the content as canonical JSON (RFC 8785)' })
  digest!: string;
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Included' })
  lastDay!: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;

  static of(notice: NoticeEntity): NoticeLineView {
    return {
      id: notice.id,
      kind: notice.kind,
      subject: { kind: notice.subjectKind, id: notice.subjectId },
      roundId: notice.roundId,
      title: { zh: notice.titleZh, en: notice.titleEn },
      digest: notice.digest,
      firstDay: notice.firstDay,
      lastDay: notice.lastDay,
      publishedAt: printInstant(notice.publishedAt),
    };
  }
}

export class NoticeView extends NoticeLineView {
  @ApiProperty({ type: Object }) content!: object;

  static whole(notice: NoticeEntity): NoticeView {
    return { ...NoticeLineView.of(notice), content: notice.content };
  }
}

export class NoticePage {
  @ApiProperty({ type: [NoticeLineView], description: 'Without their contents' })
  items!: NoticeLineView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
