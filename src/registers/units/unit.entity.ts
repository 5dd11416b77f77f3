import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The kinds of unit; the top one is a city or a district and is the tenant. */
export const unitKinds = [
  'city',
  'district',
  'bureau',
  'street',
  'centre',
  'community',
  'station',
  'grid',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit 单位 of the tree city > district > street > community > grid cell, with bureaus beside streets. */
@Entity('units')
export class UnitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text') kind!: UnitKind;
  /** Short name in addresses and numbers, unique in the tenant. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  /** Labels from the top unit down, as ltree; units do not move. */
  @Column('ltree') path!: string;
  @Column('int') version!: number;
}
