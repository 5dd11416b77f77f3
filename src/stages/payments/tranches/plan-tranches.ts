import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { startOfDay } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { daysOfTrigger, evenByYear, type TrancheTrigger } from '../../../rules';
import { recordTranche } from '../payment-events';
import type { Basis } from '../payment-basis';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { acceptanceIn } from './accept-tranche';
import { beginningOf } from './project-facts';
import { planTranches, rulesOf, type PlannedTranche } from './tranche-sums';
import { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';
import { TRIGGER_CLOCK } from './trigger-clock';

/** Plans the tranches of a project when its contract is in force. */
@Injectable()
export class PlanTranches {
  constructor(
    private readonly repository: TrancheRepository,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /** The tranches of the project, locked; planned now if they were not. */
  async ofProject(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const planned = await this.repository.lockOfProject(ctx, basis.project.id);
    return planned.length > 0 ? planned : this.plan(ctx, basis);
  }

  private async plan(ctx: Context, basis: Basis): Promise<TrancheEntity[]> {
    const { ruleSet, amountFen, draws, lines } = basis.contract;
    const budget = evenByYear(lines, ruleSet.timetable);
    const planned = planTranches(ruleSet.tranches, amountFen, draws, budget);
    const tranches = planned.map((part, place) => newTranche(basis, part, place));
    for (const tranche of tranches) {
      await this.repository.insert(ctx, tranche);
      await recordTranche(ctx, tranche, null, { body: { contractId: tranche.contractId } });
      const { trigger } = rulesOf(ruleSet, tranche.code);
      await this.waitForDay(ctx, basis, tranche, trigger);
      await this.askToAccept(ctx, basis, tranche, trigger);
    }
    return tranches;
  }

  /** The process of the project looks again on the day from which the trigger can be there. */
  private async waitForDay(
    ctx: Context,
    { project, contract: { ruleSet } }: Basis,
    { id, code }: TrancheEntity,
    trigger: TrancheTrigger,
  ): Promise<void> {
    const startedOn = beginningOf(project.startedOn, ruleSet);
    const last = daysOfTrigger(trigger, { startedOn }).sort().at(-1);
    if (last === undefined || startOfDay(last) <= (await ctx.now())) return;
    await this.clocks.start(ctx, {
      rule: TRIGGER_CLOCK,
      article: `${ruleSet.code}/tranches/${code}/trigger`,
      subject: { kind: 'tranche', id },
      process: { kind: 'project', id: project.id },
      from: startOfDay(last),
      count: { unit: 'instant' },
    });
  }

  private async askToAccept(
    ctx: Context,
    { project }: Basis,
    tranche: TrancheEntity,
    trigger: TrancheTrigger,
  ): Promise<void> {
    const accepted = acceptanceIn(trigger);
    if (accepted === null) return;
    await this.desk.ask(ctx, tranche, accepted.by, {
      kind: paymentsWordings.accept,
      subject: { kind: 'tranche', id: tranche.id },
      facts: factsOf(project, tranche),
    });
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
