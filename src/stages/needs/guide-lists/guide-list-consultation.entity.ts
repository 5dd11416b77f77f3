import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { ConsultationState } from './guide-list-consultation.transitions';

/** A unit asked whether it consents to an item of a guide list, and its answer. */
@Entity('guide_list_consultations')
export class GuideListConsultationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') listId!: string;
  @Column('uuid') itemId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') state!: ConsultationState;
  @Column('uuid') askedBy!: string;
  @InstantColumn() askedAt!: Date;
  @Column('boolean', { nullable: true }) consents!: boolean | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  @Column('int') version!: number;
}
