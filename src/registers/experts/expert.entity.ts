import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An expert 评审专家 of the pool: a person with fields of expertise. */
@Entity('experts')
export class ExpertEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** The unit whose pool it is: the top one. */
  @Column('ltree') unitPath!: string;
  /** Codes of fields, as the seats of rule sets name them. */
  @Column('text', { array: true }) fields!: string[];
  @Column('int') version!: number;
}
