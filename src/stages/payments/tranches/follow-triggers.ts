import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { trancheDue } from '../../../rules';
import { isStopped, PaymentBasis, type Basis } from '../payment-basis';
import { AskBack } from '../recoveries/ask-back';
import { GatherFacts } from './gather-facts';
import { MoneyDecisions } from './money-decisions';
import { MakeTrancheDue } from './make-tranche-due';
import { PlanTranches } from './plan-tranches';
import { factsOfTranche, type ProjectFacts } from './project-facts';
import { rulesOf } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';

/** Makes the planned tranches of a project due whose trigger is there. */
@Injectable()
export class FollowTriggers {
  constructor(
    private readonly basis: PaymentBasis,
    private readonly facts: GatherFacts,
    private readonly decisions: MoneyDecisions,
    private readonly plan: PlanTranches,
    private readonly makeDue: MakeTrancheDue,
    private readonly askBack: AskBack,
  ) {}

  /** The contract is in force: all tranches are planned, those that it triggers are due. @returns whether it is in force */
  async contract(ctx: Context, projectId: string): Promise<boolean> {
    const basis = await this.basis.find(ctx, projectId);
    const signedAt = basis?.contract.signedAt ?? null;
    if (basis === null || signedAt === null) return false;
    await this.follow(ctx, basis);
    return true;
  }

  /**
   * Whatever has happened by now, the tranches that waited for it are due or void, and what it claws back is to be asked back.
   * @returns whether the contract is in force
   */
  async decided(ctx: Context, projectId: string): Promise<boolean> {
    const basis = await this.basis.find(ctx, projectId);
    if (basis === null) return false;
    await this.askBack.execute(ctx, basis, await this.follow(ctx, basis));
    return true;
  }

  /**
   * Whatever has happened by now, the tranches that waited for it are due or void. One may wait for what another pays, so it is asked
   * again until nothing more becomes due.
   * @returns all tranches of the project, locked
   */
  async follow(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const tranches = await this.plan.ofProject(ctx, basis);
    if (tranches.every(({ state }) => state !== 'planned')) return tranches;
    const mayPay = isStopped(basis) || (await this.decisions.areAnswered(ctx, basis, 'payment'));
    if (!mayPay) return tranches;
    const facts = await this.facts.of(ctx, basis);
    while (await this.makeMoreDue(ctx, basis, tranches, facts));
    return tranches;
  }

  /** @returns whether one of them became due or void */
  private async makeMoreDue(
    ctx: Context,
    basis: Basis,
    tranches: readonly TrancheEntity[],
    facts: ProjectFacts,
  ): Promise<boolean> {
    const { ruleSet } = basis.contract;
    let isMore = false;
    for (const tranche of tranches) {
      if (tranche.state !== 'planned') continue;
      const rules = rulesOf(ruleSet, tranche.code);
      const given = factsOfTranche(facts, tranches, tranche.code);
      const due = trancheDue(rules, tranche.plannedFen, given, ruleSet);
      // Of a stopped project nothing becomes due any more; what an outcome voids says so itself.
      if (!due.isDue || (isStopped(basis) && due.payable.payableFen > 0n)) continue;
      await this.makeDue.execute(ctx, basis, tranche, due);
      isMore = true;
    }
    return isMore;
  }
}
