import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { recordTranche } from '../payment-events';
import type { Basis } from '../payment-basis';
import { planTranches, type PlannedTranche } from './tranche-sums';
import { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';

/** Plans the tranches of a project when its contract is in force. */
@Injectable()
export class PlanTranches {
  constructor(private readonly repository: TrancheRepository) {}

  /** The tranches of the project, locked; planned now if they were not. */
  async ofProject(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const planned = await this.repository.lockOfProject(ctx, basis.project.id);
    return planned.length > 0 ? planned : this.plan(ctx, basis);
  }

  private async plan(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const { ruleSet, amountFen, draws } = basis.contract;
    const tranches = planTranches(ruleSet.tranches, amountFen, draws).map((part, place) =>
      newTranche(basis, part, place),
    );
    for (const tranche of tranches) {
      await this.repository.insert(ctx, tranche);
      await recordTranche(ctx, tranche, null, { body: { contractId: tranche.contractId } });
    }
    return tranches;
  }
}

function newTranche(
  { project, contract, lotId }: Basis,
  part: PlannedTranche,
  place: number,
): TrancheEntity {
  return {
    id: newId(),
    projectId: project.id,
    contractId: contract.id,
    roundId: contract.roundId,
    lotId,
    partyId: contract.partyId,
    unitId: project.unitId,
    unitPath: project.unitPath,
    code: part.code,
    place,
    plannedFen: part.amountFen,
    plannedParts: [...part.parts],
    payableFen: null,
    payableParts: null,
    explanation: { ruleSet: contract.ruleSet.code, planned: part.explanation, payable: null },
    state: trancheTransitions.initial,
    dueSince: null,
    invoiceNumber: null,
    claimedBy: null,
    claimedAt: null,
    paidOn: null,
    version: 1,
  };
}
