import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { Exclusion } from './eligibility';

/** Who stands behind the leaves of a frozen pool; kept secret until the award notice. */
export interface StoredMember {
  readonly expertId: string;
  readonly personId: string;
  /** By the code of the seat in the draw: the leaf and, in hexadecimal, its salt. */
  readonly leaves: Readonly<Record<string, { readonly leaf: string; readonly salt: string }>>;
}

/**
 * A draw 抽取 as a panel keeps it: the frozen pool first; seed and orders come in a later transaction and are never changed. Panels
 * that are drawn together have the same text, seed and orders, and each the members who may sit on it.
 */
@Entity('draws')
export class DrawEntity {
  @PrimaryColumn('uuid') panelId!: string;
  @PrimaryColumn('int') no!: number;
  /** The frozen document, as RFC 8785 text. */
  @Column('text') frozen!: string;
  /** SHA-256 of that text, in hex. */
  @Column('text') poolDigest!: string;
  @Column('jsonb') members!: StoredMember[];
  /** Who of the available experts was left out, and why. */
  @Column('jsonb') excluded!: Exclusion[];
  @InstantColumn() frozenAt!: Date;
  @Column('bytea', { nullable: true }) entropy!: Buffer | null;
  @Column('text', { nullable: true }) seed!: string | null;
  /** By the code of the seat in the draw: all leaves in the order drawn. */
  @Column('jsonb', { nullable: true }) orders!: Record<string, string[]> | null;
  @InstantColumn({ nullable: true }) drawnAt!: Date | null;
}
