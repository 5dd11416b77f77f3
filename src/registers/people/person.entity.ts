import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../kernel/refusal';

/** A person 人员: one, however many accounts and mandates. */
@Entity('persons')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') locale!: Locale;
  @Column('int') version!: number;
}
