import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act } from '../../access/access-table';
import { InstantColumn } from '../../platform/database/columns';

/** A key by which a machine acts for an account, within the acts it was made for. True time, like every credential. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') name!: string;
  /** The first characters of the key, so that its owner can tell keys apart. */
  @Column('text') prefix!: string;
  @Column('bytea', { select: false }) tokenHash!: Buffer;
  @Column('text', { array: true }) acts!: Act[];
  @Column('int') version!: number;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) lastUsedAt!: Date | null;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
}
