import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';
import type { AssessmentGrade, PartyKind } from './party-kinds.rules';

/** A party 承接主体: an organization, a filed group, a team or a natural person. */
@Entity('parties')
export class PartyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: PartyKind;
  @Column('text') name!: string;
  /** The name as it is compared: names that look alike are one here. */
  @Column('text') nameFolded!: string;
  @Column('text', { nullable: true }) creditCode!: string | null;
  @DayColumn({ nullable: true }) registeredOn!: Day | null;
  @Column('text', { nullable: true }) assessmentGrade!: AssessmentGrade | null;
  /** The last day on which the grade is valid; null when that is not known. */
  @DayColumn({ nullable: true }) assessmentValidUntil!: Day | null;
  @Column('text', { nullable: true }) payeeName!: string | null;
  /** The bank account; it enters no event and no log, and no answer but by its last four digits. */
  @Column('text', { nullable: true }) payeeAccount!: string | null;
  @Column('text', { nullable: true }) payeeBank!: string | null;
  @Column('text', { nullable: true }) payeeBankCode!: string | null;
  @Column('uuid', { nullable: true }) payeeEnteredBy!: string | null;
  /** The version to which the entry of the account brought the party; the record has there who entered it. */
  @Column('int', { nullable: true }) payeeEnteredVersion!: number | null;
  @InstantColumn({ nullable: true }) payeeVerifiedAt!: Date | null;
  @Column('uuid', { nullable: true }) payeeVerifiedBy!: string | null;
  @Column('int') version!: number;
}
