import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../../platform/database/columns';
import { storedDraws, type FundDraw } from '../../awards';
import type { ContractDocument } from '../contract-document';
import type { ContractSide } from '../contract.entity';
import type { AmendmentState } from './amendment.transitions';

/** An amendment 合同变更 of a contract: its next version, as somebody proposed it. What it says never changes. */
@Entity('amendments')
export class AmendmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') awardId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') partyId!: string;
  @Column('ltree') unitPath!: string;
  /** Which version of the contract it is once it is in force; the contract as it was first signed is 1. */
  @Column('int') number!: number;
  /** The side that proposed it. */
  @Column('text') side!: ContractSide;
  @Column('text') reason!: string;
  @FenColumn() amountFen!: bigint;
  /** The whole contract as it reads from then on. */
  @Column('jsonb') document!: ContractDocument;
  /** SHA-256 of the document's canonical JSON, in hex: what the two sides sign. */
  @Column('text') digest!: string;
  @Column('text') state!: AmendmentState;
  @Column('uuid') proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  /** What is reserved for it while it waits for its signatures, fund by fund. */
  @Column({ type: 'jsonb', transformer: storedDraws }) reserved!: FundDraw[];
  /** Which funds give how much of the new amount; known once it is in force. */
  @Column({ type: 'jsonb', transformer: storedDraws, nullable: true }) draws!: FundDraw[] | null;
  @InstantColumn({ nullable: true }) inForceAt!: Date | null;
  @Column('int') version!: number;
}

/** A signature under an amendment: who, for which side, under which document. */
@Entity('amendment_signatures')
export class AmendmentSignatureEntity {
  @PrimaryColumn('uuid') amendmentId!: string;
  @PrimaryColumn('text') side!: ContractSide;
  @Column('uuid') personId!: string;
  @Column('text') documentDigest!: string;
  @InstantColumn() signedAt!: Date;
}
