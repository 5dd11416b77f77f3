import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';
import type { WordedExplanation } from '../../rules';
import type { AwardState } from './award.transitions';
import type { CommissionPlan } from './commissions/commission-plan';
import type { StoredDraw } from './stored-draw';

/** On what an award rests. */
export const awardBases = ['competition', 'directed-commission'] as const;
export type AwardBasis = (typeof awardBases)[number];

/** An award 立项: what a party gets for a project, from which funds, and on what basis. */
@Entity('awards')
export class AwardEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  /** Null for a directed commission, which has no competition and so neither lot nor bid. */
  @Column('uuid', { nullable: true }) lotId!: string | null;
  @Column('uuid', { nullable: true }) bidId!: string | null;
  @Column('uuid') partyId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') basis!: AwardBasis;
  @Column('text') title!: string;
  /** The place in the lot's ranking; null for a directed commission. */
  @Column('int', { nullable: true }) rank!: number | null;
  /** The code of the bid's category, by which quotas count it; null without categories, and for a directed commission. */
  @Column('text', { nullable: true }) category!: string | null;
  @FenColumn() amountFen!: bigint;
  /** Which funds give how much, together the amount; none for a reserve. */
  @Column('jsonb') draws!: StoredDraw[];
  /** Why it is awarded, or why not, in figures and in words. */
  @Column('jsonb', { nullable: true }) explanation!: WordedExplanation | null;
  @Column('text') state!: AwardState;
  /** It has a notice of its own: a directed commission, or one that came up from the reserve. */
  @Column('boolean') hasOwnNotice!: boolean;
  /** When it was first published; before that no party hears of it. */
  @InstantColumn({ nullable: true }) publishedAt!: Date | null;
  @InstantColumn({ nullable: true }) confirmedAt!: Date | null;
  /** The officer who proposed a directed commission; the system proposes the others. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  /** What a directed commission is for, in the shape of an application. */
  @Column('jsonb', { nullable: true }) plan!: CommissionPlan | null;
  /** The published reason of a directed commission. */
  @Column('text', { nullable: true }) commissionReason!: string | null;
  /** Why it was declined, revoked or not confirmed. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}
