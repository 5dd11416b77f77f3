import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';
import type { ContractDocument } from './contract-document';
import type { ContractState } from './contract.transitions';

/** A contract 合同 between the funding body and a party; what it says never changes. */
@Entity('contracts')
export class ContractEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') awardId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') partyId!: string;
  @Column('ltree') unitPath!: string;
  @FenColumn() amountFen!: bigint;
  @Column('jsonb') document!: ContractDocument;
  /** SHA-256 of the document's canonical JSON, in hex: what the two sides sign. */
  @Column('text') digest!: string;
  @Column('text') state!: ContractState;
  @InstantColumn() drawnAt!: Date;
  /** The moment of the last signature. */
  @InstantColumn({ nullable: true }) signedAt!: Date | null;
  /** Why it was refused or terminated. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}

/** The sides of a contract. */
export const contractSides = ['funder', 'grantee'] as const;
export type ContractSide = (typeof contractSides)[number];

/** A signature under a contract: who, for which side, under which document. */
@Entity('contract_signatures')
export class ContractSignatureEntity {
  @PrimaryColumn('uuid') contractId!: string;
  @PrimaryColumn('text') side!: ContractSide;
  @Column('uuid') personId!: string;
  @Column('text') documentDigest!: string;
  @InstantColumn() signedAt!: Date;
}
