import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { AwardEntity } from './award.entity';
import { AwardProposalEntity, ProposalDocumentEntity } from './award-proposal.entity';
import type { AwardState } from './award.transitions';
import type { ProposalDocument } from './draw-up-proposal';

const locked = { lock: { mode: 'pessimistic_write' } } as const;

/** The rows of awards and of the proposals that they come from. */
@Injectable()
export class AwardRepository {
  async insert(ctx: Context, award: AwardEntity): Promise<void> {
    await ctx.manager.insert(AwardEntity, award);
  }

  async update(ctx: Context, { id, ...values }: AwardEntity): Promise<void> {
    await ctx.manager.update(AwardEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<AwardEntity | null> {
    return ctx.manager.findOneBy(AwardEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<AwardEntity | null> {
    return ctx.manager.findOne(AwardEntity, { where: { id }, ...locked });
  }

  /** The awards of a lot in order of rank, reserve and fallen ones included. */
  async ofLot(ctx: Context, lotId: string): Promise<AwardEntity[]> {
    return ctx.manager.find(AwardEntity, { where: { lotId }, order: { rank: 'ASC' } });
  }

  /** The awards of a lot in order of rank, locked. */
  async lockOfLot(ctx: Context, lotId: string): Promise<AwardEntity[]> {
    return ctx.manager.find(AwardEntity, { where: { lotId }, order: { rank: 'ASC' }, ...locked });
  }

  /** The awards of a round in some states, in the order in which they were made. */
  async ofRound(
    ctx: Context,
    roundId: string,
    states: readonly AwardState[],
  ): Promise<AwardEntity[]> {
    return ctx.manager.find(AwardEntity, {
      where: { roundId, state: In([...states]) },
      order: { id: 'ASC' },
    });
  }

  async insertProposal(ctx: Context, proposal: AwardProposalEntity): Promise<void> {
    await ctx.manager.insert(AwardProposalEntity, proposal);
  }

  async updateProposal(ctx: Context, { id, ...values }: AwardProposalEntity): Promise<void> {
    await ctx.manager.update(AwardProposalEntity, { id }, values);
  }

  async lockProposal(ctx: Context, lotId: string): Promise<AwardProposalEntity | null> {
    return ctx.manager.findOne(AwardProposalEntity, { where: { lotId }, ...locked });
  }

  /** The document in force of a lot's proposal; null before it is drawn up for the first time. */
  async documentOf(ctx: Context, lotId: string): Promise<ProposalDocument | null> {
    const proposal = await ctx.manager.findOneBy(AwardProposalEntity, { lotId });
    if (proposal === null) return null;
    const key = { proposalId: proposal.id, no: proposal.documentNo };
    const drawn = await ctx.manager.findOneBy(ProposalDocumentEntity, key);
    return drawn?.document ?? null;
  }

  async insertDocument(ctx: Context, document: ProposalDocumentEntity): Promise<void> {
    await ctx.manager.insert(ProposalDocumentEntity, document);
  }
}
