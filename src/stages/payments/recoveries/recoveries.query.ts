import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments } from '../../../registers/attachments';
import { PaymentBasis } from '../payment-basis';
import { RecoveryEntity } from './recovery.entity';
import type { RecoveryState } from './recovery.transitions';
import { RepaymentEntity } from './repayment.entity';

/** What a list of recoveries may be narrowed to. */
export interface RecoveryFilter {
  readonly projectId?: string;
  readonly state?: RecoveryState;
}

/** A recovery with what was paid back on it, in the order of entry, and the title of its project. */
export interface RecoveryWithRepayments {
  readonly recovery: RecoveryEntity;
  readonly repayments: readonly RepaymentEntity[];
  readonly title: string;
}

/** Reads of recoveries, within reach. The party sees what is asked of it, not what was only proposed or refused. */
@Injectable()
export class RecoveriesQuery implements OnModuleInit {
  constructor(
    private readonly basis: PaymentBasis,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.attachments.readableBy('repayment', async (ctx, id) => {
      const { recoveryId } = requireFound(await ctx.manager.findOneBy(RepaymentEntity, { id }));
      await this.readable(ctx, recoveryId);
      return () => true;
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async recovery(ctx: Context, id: string): Promise<RecoveryWithRepayments> {
    const recovery = await this.readable(ctx, id);
    const repayments = await ctx.manager.find(RepaymentEntity, {
      where: { recoveryId: id },
      order: { id: 'ASC' },
    });
    const { project } = await this.basis.get(ctx, recovery.projectId);
    return { recovery, repayments, title: project.title };
  }

  async recoveries(
    ctx: Context,
    { projectId, state }: RecoveryFilter,
    limit: number,
    after?: string,
  ): Promise<RecoveryEntity[]> {
    const query = ctx.manager.createQueryBuilder(RecoveryEntity, 'r').orderBy('r.id').limit(limit);
    withinReach(query, ctx.reach('recovery.list'), {
      unitPath: 'r.unit_path',
      // What is not asked of the party has no party to be read by.
      partyId: 'CASE WHEN r.pay_by IS NULL THEN NULL ELSE r.party_id END',
      roundId: 'r.round_id',
    });
    if (projectId !== undefined) query.andWhere('r.projectId = :projectId', { projectId });
    if (state !== undefined) query.andWhere('r.state = :state', { state });
    if (after !== undefined) query.andWhere('r.id > :after', { after });
    return query.getMany();
  }

  private async readable(ctx: Context, id: string): Promise<RecoveryEntity> {
    const recovery = await ctx.manager.findOneBy(RecoveryEntity, { id });
    if (recovery === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId, payBy } = recovery;
    const partyIds = payBy === null ? [] : [partyId];
    ctx.require('recovery.read', { unitPath, roundId, partyIds });
    return recovery;
  }
}
