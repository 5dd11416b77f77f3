import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '../../../kernel/day';
import type { Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { ProjectBook, type ContractedProject, type StandingMoney } from '../../contracts';
import { Projects } from '../../monitoring';
import { PaymentBasis, type Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { refusePayments } from '../payments.refusals';
import { PlanTranches } from './plan-tranches';
import { replanTranches, type ReplannedTranches } from './replan-tranches';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';

/** Keeps the book of projects for contracts: what an amendment does to tranches that are not due yet, and to the project's days. */
@Injectable()
export class FollowAmendments implements ContractedProject, OnModuleInit {
  constructor(
    private readonly projectBook: ProjectBook,
    private readonly projects: Projects,
    private readonly basis: PaymentBasis,
    private readonly plan: PlanTranches,
    private readonly repository: TrancheRepository,
  ) {}

  onModuleInit(): void {
    this.projectBook.keptBy(this);
  }

  async requireRunning(ctx: Context, awardId: string): Promise<void> {
    await this.runningBasis(ctx, awardId);
  }

  async replan(ctx: Context, contract: StandingMoney, amountFen: Fen): Promise<ReplannedTranches> {
    return (await this.replanned(ctx, contract, amountFen)).replan;
  }

  async followAmount(ctx: Context, contract: StandingMoney, amountFen: Fen): Promise<void> {
    const { replan, tranches } = await this.replanned(ctx, contract, amountFen);
    for (const [index, { isFixed, amountFen: planned, ...becomes }] of replan.tranches.entries()) {
      const tranche = tranches[index]!;
      if (isFixed) continue;
      tranche.state = trancheTransitions.next(tranche.state, 'replan');
      tranche.plannedFen = planned;
      tranche.plannedParts = [...becomes.parts];
      tranche.explanation = { ...tranche.explanation, planned: becomes.explanation! };
      tranche.version += 1;
      await this.repository.update(ctx, tranche);
      await recordTranche(ctx, tranche, 'replan');
    }
  }

  async followEnd(ctx: Context, awardId: string, endsOn: Day): Promise<void> {
    await this.projects.prolong(ctx, awardId, endsOn);
  }

  private async replanned(
    ctx: Context,
    { awardId, draws }: StandingMoney,
    amountFen: Fen,
  ): Promise<{ readonly replan: ReplannedTranches; readonly tranches: TrancheEntity[] }> {
    const basis = await this.runningBasis(ctx, awardId);
    const tranches = await this.plan.ofProject(ctx, basis);
    const { ruleSet } = basis.contract;
    return { replan: replanTranches(tranches, ruleSet.tranches, draws, amountFen), tranches };
  }

  private async runningBasis(ctx: Context, awardId: string): Promise<Basis> {
    const basis = await this.basis.find(ctx, awardId);
    if (basis?.project.state === 'active') return basis;
    throw refusePayments('PAYMENTS.PROJECT_NOT_RUNNING');
  }
}
