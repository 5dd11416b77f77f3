import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn } from '../../platform/database/columns';
import type { Application, ApplicationFault } from './application';

/** What was read from a bid at its opening; what could not be read is told by the faults. */
@Entity('applications')
export class ApplicationEntity {
  @PrimaryColumn('uuid') bidId!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) category!: string | null;
  /** The whole application; null where it could not be read. */
  @Column('jsonb', { nullable: true }) content!: Application | null;
  @FenColumn({ nullable: true }) budgetFen!: bigint | null;
  @FenColumn({ nullable: true }) ownFundsFen!: bigint | null;
  /** What the rule set's amount rule makes of it; null where that refuses. */
  @FenColumn({ nullable: true }) requestedFen!: bigint | null;
  @Column('jsonb') faults!: ApplicationFault[];
}
