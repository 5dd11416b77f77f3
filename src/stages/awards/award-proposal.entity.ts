import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { ProposalDocument } from './draw-up-proposal';
import type { ProposalState } from './proposal.transitions';

/** The proposal of a lot's awards: what follows from the ranking and the money, approved as a whole. */
@Entity('award_proposals')
export class AwardProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lotId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') state!: ProposalState;
  /** The document in force; each one drawn up is kept in `award_proposal_documents`. */
  @Column('int') documentNo!: number;
  @InstantColumn() proposedAt!: Date;
  @InstantColumn({ nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('int') version!: number;
}

/** One document of a proposal, as it was drawn up; never changed. */
@Entity('award_proposal_documents')
export class ProposalDocumentEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @PrimaryColumn('int') no!: number;
  @Column('jsonb') document!: ProposalDocument;
  /** SHA-256 of the document's canonical JSON, in hex. */
  @Column('text') digest!: string;
  @InstantColumn() drawnUpAt!: Date;
}
