import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { AdvanceContracts } from './advance-contracts';

/** The steps of the workflow round from its contracts until its end. Both carry on whatever came up from a reserve in the meantime. */
export interface ContractSteps {
  /** Every confirmed award has its contract. */
  contractsDrawn(target: ProcessTarget): Promise<Standing>;
  /** Every contract is signed or came to nothing: the lots end, and the round with them. */
  allSigned(target: ProcessTarget): Promise<Standing>;
}

/** The step of the workflow project for a directed commission, whose process is there before its contract. */
export interface CommissionContractSteps {
  /** The contract is in force; an award that falls away ends the process. */
  contractInForce(target: ProcessTarget): Promise<Standing>;
}

/** The steps of contracts, as the worker takes them. */
@Injectable()
export class ContractsActivities implements ContractSteps, CommissionContractSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly advance: AdvanceContracts,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      contractsDrawn: (target: ProcessTarget) => this.contractsDrawn(target),
      allSigned: (target: ProcessTarget) => this.allSigned(target),
      contractInForce: (target: ProcessTarget) => this.contractInForce(target),
    });
  }

  async contractsDrawn(target: ProcessTarget): Promise<Standing> {
    return this.steps.take('round', target, 'contractsDrawn', activityTrace(), (ctx) =>
      this.advance.drawForRound(ctx, target.id),
    );
  }

  async allSigned(target: ProcessTarget): Promise<Standing> {
    return this.steps.take('round', target, 'allSigned', activityTrace(), (ctx) =>
      this.advance.endRoundIfSettled(ctx, target.id),
    );
  }

  async contractInForce(target: ProcessTarget): Promise<Standing> {
    return this.steps.take('project', target, 'contractInForce', activityTrace(), (ctx) =>
      this.advance.forCommission(ctx, target.id),
    );
  }
}
