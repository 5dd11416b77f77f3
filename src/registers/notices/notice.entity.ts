import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';

/** What a notice is about. */
export const noticeKinds = [
  'call',
  'answer',
  'correction',
  'opening',
  'award',
  'commission',
  'result',
  'contract',
  'guide-list',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that was published 公告/公示; it is never changed, a correction is a further notice. */
@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: NoticeKind;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid', { nullable: true }) roundId!: string | null;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('jsonb') content!: object;
  /** SHA-256 of the content's canonical JSON, in hex. */
  @Column('text') digest!: string;
  @DayColumn() firstDay!: Day;
  /** The last day on which it stands, included; null where it stands for good. */
  @DayColumn({ nullable: true }) lastDay!: Day | null;
  @InstantColumn() publishedAt!: Date;
  @Column('int') version!: number;
}
