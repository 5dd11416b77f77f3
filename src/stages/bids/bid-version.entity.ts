import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { SignedReceipt } from '../../platform/crypto/receipt-signer';
import type { BidReceipt, VersionAct } from './bid-receipt';

/** One version of a bid as it was received: bytes, header, digests and the receipt that was given. All are kept. */
@Entity('bid_versions')
export class BidVersionEntity {
  @PrimaryColumn('uuid') bidId!: string;
  @PrimaryColumn('int') no!: number;
  @Column('text') act!: VersionAct;
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  /** SHA-256 of the content, in hex. */
  @Column('text', { nullable: true }) contentDigest!: string | null;
  /** Canonical JSON. */
  @Column('text') header!: string;
  /** SHA-256 of the header, in hex. */
  @Column('text') headerDigest!: string;
  /** The revision of the rule set that the bidder named. */
  @Column('int') revision!: number;
  @InstantColumn() receivedAt!: Date;
  @Column('uuid') submittedBy!: string;
  @Column('jsonb') receipt!: SignedReceipt<BidReceipt>;
}
