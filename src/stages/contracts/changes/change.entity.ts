import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { ChangeRule } from '../../../rules';
import type { ContractSide } from '../contract.entity';
import type { ChangeStatements } from './change-statements';
import type { ChangeState } from './change.transitions';

/** A change 变更申请 of a running project that one side asked for, or told of, by a rule of the round. */
@Entity('contract_changes')
export class ChangeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') awardId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') partyId!: string;
  @Column('ltree') unitPath!: string;
  /** Its code in the rule set. */
  @Column('text') code!: string;
  /** What the rule set says of it. */
  @Column('jsonb') rules!: ChangeRule;
  /** The side that asked for it. */
  @Column('text') side!: ContractSide;
  @Column('jsonb') statements!: ChangeStatements;
  @Column('text') state!: ChangeState;
  @Column('uuid') requestedBy!: string;
  @InstantColumn() requestedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  /** Why it was approved or refused. */
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('int') version!: number;
}
