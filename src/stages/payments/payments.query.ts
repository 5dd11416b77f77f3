import { Injectable } from '@nestjs/common';
import { isAtOrAbove } from '../../access/decide';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Clocks } from '../../registers/clocks';
import { isTriggered, loanOwed, type RuleSet } from '../../rules';
import { BatchEntity } from './batches/batch.entity';
import type { BatchState } from './batches/batch.transitions';
import { PrintRequest } from './batches/print-request';
import type { TreasuryRequest } from './batches/treasury-request';
import { PaymentEntity } from './orders/payment.entity';
import type { PaymentState } from './orders/payment.transitions';
import { PaymentBasis, type Basis } from './payment-basis';
import type { TrancheNow } from './tranches/explain-tranche';
import { GatherFacts } from './tranches/gather-facts';
import { factsOfTranche, standingOf } from './tranches/project-facts';
import { rulesOf } from './tranches/tranche-sums';
import { TrancheEntity } from './tranches/tranche.entity';
import { TrancheRepository } from './tranches/tranche.repository';
import type { TrancheState } from './tranches/tranche.transitions';

/** What a list of tranches may be narrowed to. */
export interface TrancheFilter {
  readonly projectId?: string;
  readonly state?: TrancheState;
}

/** What a list of payments may be narrowed to. */
export interface PaymentFilter {
  readonly trancheId?: string;
  readonly batchId?: string;
  readonly state?: PaymentState;
}

/** A tranche with the rules by which it explains itself. */
export interface TrancheWithRules {
  readonly tranche: TrancheEntity;
  readonly ruleSet: RuleSet;
  readonly now: TrancheNow;
}

/** A batch with its request list, which is for the finance staff alone and there once something is in the batch. */
export interface BatchWithRequest {
  readonly batch: BatchEntity;
  readonly request: TreasuryRequest | null;
}

/** Reads of tranches, payments and batches, within reach. */
@Injectable()
export class PaymentsQuery {
  constructor(
    private readonly basis: PaymentBasis,
    private readonly facts: GatherFacts,
    private readonly repository: TrancheRepository,
    private readonly clocks: Clocks,
    private readonly printRequest: PrintRequest,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async tranche(ctx: Context, id: string): Promise<TrancheWithRules> {
    const tranche = await ctx.manager.findOneBy(TrancheEntity, { id });
    if (tranche === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId } = tranche;
    ctx.require('tranche.read', { unitPath, roundId, partyIds: [partyId] });
    const basis = await this.basis.get(ctx, tranche.projectId);
    const { ruleSet } = basis.contract;
    return { tranche, ruleSet, now: await this.nowOf(ctx, basis, tranche) };
  }

  /** What a planned tranche waits for, until when a due one is to be paid, and what a loan still is. */
  private async nowOf(ctx: Context, basis: Basis, tranche: TrancheEntity): Promise<TrancheNow> {
    const { ruleSet } = basis.contract;
    const { trigger, meaning } = rulesOf(ruleSet, tranche.code);
    const tranches = await this.repository.ofProject(ctx, tranche.projectId);
    if (tranche.state === 'planned') {
      const facts = factsOfTranche(await this.facts.of(ctx, basis), tranches, tranche.code);
      return { waits: isTriggered(trigger, facts, ruleSet).explanation.words };
    }
    const clock =
      tranche.state === 'void' ? null : await this.clocks.find(ctx, 'tranche.pay', tranche.id);
    const standings = tranches.map((one) => standingOf(one));
    return {
      ...(clock !== null && { payBy: { zh: clock.why.zh, en: clock.why.en } }),
      ...(meaning === 'loan' && {
        owed: loanOwed(ruleSet.tranches, standings).explanation.words,
      }),
    };
  }

  async tranches(
    ctx: Context,
    { projectId, state }: TrancheFilter,
    limit: number,
    after?: string,
  ): Promise<TrancheEntity[]> {
    const query = ctx.manager.createQueryBuilder(TrancheEntity, 't').orderBy('t.id').limit(limit);
    withinReach(query, ctx.reach('tranche.list'), {
      unitPath: 't.unit_path',
      partyId: 't.party_id',
      roundId: 't.round_id',
    });
    if (projectId !== undefined) query.andWhere('t.projectId = :projectId', { projectId });
    if (state !== undefined) query.andWhere('t.state = :state', { state });
    if (after !== undefined) query.andWhere('t.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async payment(ctx: Context, id: string): Promise<PaymentEntity> {
    const payment = await ctx.manager.findOneBy(PaymentEntity, { id });
    if (payment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId } = payment;
    ctx.require('payment.read', { unitPath, roundId, partyIds: [partyId] });
    return payment;
  }

  async payments(
    ctx: Context,
    { trancheId, batchId, state }: PaymentFilter,
    limit: number,
    after?: string,
  ): Promise<PaymentEntity[]> {
    const query = ctx.manager.createQueryBuilder(PaymentEntity, 'p').orderBy('p.id').limit(limit);
    withinReach(query, ctx.reach('payment.list'), {
      unitPath: 'p.unit_path',
      partyId: 'p.party_id',
      roundId: 'p.round_id',
    });
    if (trancheId !== undefined) query.andWhere('p.trancheId = :trancheId', { trancheId });
    if (batchId !== undefined) query.andWhere('p.batchId = :batchId', { batchId });
    if (state !== undefined) query.andWhere('p.state = :state', { state });
    if (after !== undefined) query.andWhere('p.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async batch(ctx: Context, id: string): Promise<BatchWithRequest> {
    const batch = await ctx.manager.findOneBy(BatchEntity, { id });
    if (batch === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('paymentBatch.read', { unitPath: batch.unitPath });
    const payments = await ctx.manager.find(PaymentEntity, {
      where: { batchId: id },
      order: { lineNo: 'ASC' },
    });
    const isShown = payments.length > 0 && handlesMoney(ctx, batch.unitPath);
    const request = isShown ? await this.printRequest.execute(ctx, batch, payments) : null;
    return { batch, request };
  }

  async batches(
    ctx: Context,
    state: BatchState | undefined,
    limit: number,
    after?: string,
  ): Promise<BatchEntity[]> {
    const query = ctx.manager.createQueryBuilder(BatchEntity, 'b').orderBy('b.id').limit(limit);
    withinReach(query, ctx.reach('paymentBatch.list'), { unitPath: 'b.unit_path' });
    if (state !== undefined) query.andWhere('b.state = :state', { state });
    if (after !== undefined) query.andWhere('b.id > :after', { after });
    return query.getMany();
  }
}

/** Whole account numbers are for those who send them on, not for those who only look. */
function handlesMoney(ctx: Context, unitPath: string): boolean {
  return ctx.caller.mandates.some(
    ({ duty, scope }) =>
      (duty === 'maker' || duty === 'checker') &&
      scope.kind === 'unit' &&
      isAtOrAbove(scope.path, unitPath),
  );
}
