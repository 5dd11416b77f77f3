import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn } from '../../../platform/database/columns';
import type { Explanation, WordedExplanation } from '../../../rules';
import { storedParts, type FundPart } from '../fund-parts';
import type { TrancheState } from './tranche.transitions';

/** Why a tranche is what it is: the sum by which it was planned, and the one by which it is paid once its trigger is there. */
export interface TrancheExplanation {
  /** The code of the rule set. */
  readonly ruleSet: string;
  readonly planned: Explanation;
  readonly payable: Explanation | null;
  /** What the record said of its trigger when it became due or void. */
  readonly trigger?: WordedExplanation;
}

/** A tranche 拨款 of a contract: a share of its amount that is paid when its trigger is there. */
@Entity('tranches')
export class TrancheEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The project, which has the id of its award. */
  @Column('uuid') projectId!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') roundId!: string;
  /** Null for a directed commission. */
  @Column('uuid', { nullable: true }) lotId!: string | null;
  @Column('uuid') partyId!: string;
  /** The unit that pays. */
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') code!: string;
  /** Its place among the tranches of the contract, from 0. */
  @Column('int') place!: number;
  @FenColumn() plannedFen!: bigint;
  @Column({ type: 'jsonb', transformer: storedParts }) plannedParts!: FundPart[];
  /** Known once the trigger is there; what it is less than planned was set free. */
  @FenColumn({ nullable: true }) payableFen!: bigint | null;
  @Column({ type: 'jsonb', transformer: storedParts, nullable: true })
  payableParts!: FundPart[] | null;
  @Column('jsonb') explanation!: TrancheExplanation;
  @Column('text') state!: TrancheState;
  @InstantColumn({ nullable: true }) dueSince!: Date | null;
  @Column('text', { nullable: true }) invoiceNumber!: string | null;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @InstantColumn({ nullable: true }) claimedAt!: Date | null;
  @DayColumn({ nullable: true }) paidOn!: string | null;
  @Column('int') version!: number;
}
