import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { isStopped, PaymentBasis, type Basis } from '../payment-basis';
import { MakeTrancheDue } from './make-tranche-due';
import { PlanTranches } from './plan-tranches';
import { dueOn, rulesOf } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';

/** Makes the planned tranches of a project due whose trigger is there. */
@Injectable()
export class FollowTriggers {
  constructor(
    private readonly basis: PaymentBasis,
    private readonly plan: PlanTranches,
    private readonly makeDue: MakeTrancheDue,
  ) {}

  /** The contract is in force: all tranches are planned, those that it triggers are due. @returns whether it is in force */
  async contract(ctx: Context, projectId: string): Promise<boolean> {
    const basis = await this.basis.find(ctx, projectId);
    const signedAt = basis?.contract.signedAt ?? null;
    if (basis === null || signedAt === null) return false;
    for (const tranche of await this.plan.ofProject(ctx, basis)) {
      if (tranche.state !== 'planned' || isStopped(basis)) continue;
      if (triggerOf(basis, tranche).variant !== 'contract-signed') continue;
      await this.makeDue.execute(ctx, basis, tranche, undefined, signedAt);
    }
    return true;
  }

  /** Whatever evaluation is decided by now, its tranches are due or void. @returns whether the contract is in force */
  async decided(ctx: Context, projectId: string): Promise<boolean> {
    const basis = await this.basis.find(ctx, projectId);
    if (basis === null) return false;
    await this.evaluations(ctx, basis);
    return true;
  }

  /**
   * Whatever evaluation has an outcome by now, the tranches that name it are due or void.
   * @returns all tranches of the project, locked
   */
  async evaluations(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const tranches = await this.plan.ofProject(ctx, basis);
    for (const tranche of tranches) {
      if (tranche.state !== 'planned') continue;
      const rules = rulesOf(basis.contract.ruleSet, tranche.code);
      const outcome = await this.basis.outcomeFor(ctx, basis.project.id, rules);
      if (outcome === null || outcome === undefined) continue;
      // Of a stopped project nothing becomes due any more; what an outcome voids says so itself.
      const { payableFen } = dueOn(rules, tranche.plannedFen, tranche.plannedParts, outcome);
      if (isStopped(basis) && payableFen > 0n) continue;
      await this.makeDue.execute(ctx, basis, tranche, outcome, outcome.gradedAt);
    }
    return tranches;
  }
}

function triggerOf({ contract }: Basis, tranche: TrancheEntity) {
  return rulesOf(contract.ruleSet, tranche.code).trigger;
}
