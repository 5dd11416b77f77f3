import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemOutcome } from './guide-list.rules';

/** A selected need on a guide list, and what the publication made of it. */
@Entity('guide_list_items')
export class GuideListItemEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') listId!: string;
  @Column('uuid') needId!: string;
  /** From 1, as drafted. */
  @Column('int') position!: number;
  /** Null while the list is a draft. */
  @Column('text', { nullable: true }) outcome!: ItemOutcome | null;
  /** Why it was kept or dropped although a unit did not consent. */
  @Column('text', { nullable: true }) reason!: string | null;
}
