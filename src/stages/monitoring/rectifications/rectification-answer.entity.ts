import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** What a party answers to an order; every answer is kept. */
@Entity('rectification_answers')
export class RectificationAnswerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') rectificationId!: string;
  @Column('text') text!: string;
  @Column('uuid') answeredBy!: string;
  @InstantColumn() answeredAt!: Date;
}
