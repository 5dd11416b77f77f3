import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { isAtOrPast, type LotState } from '../rounds';
import { AdvanceAwards } from './advance-awards';
import { ReturnRoundMoney } from './commissions/return-round-money';

/**
 * The steps of the workflow round from the proposal of the awards until they are confirmed. Each does whatever has to be done
 * by now and differs from the others only in what it waits for: a lot that an objection sends back is carried on by the step
 * that waits then.
 */
export interface AwardSteps {
  awardsProposed(target: ProcessTarget): Promise<Standing>;
  /** An approver has approved every lot's proposal. */
  awardsApproved(target: ProcessTarget): Promise<Standing>;
  awardsNoticed(target: ProcessTarget): Promise<Standing>;
  /** The notices are over, nothing stands against an award any more, and the awards are confirmed. */
  awardsConfirmed(target: ProcessTarget): Promise<Standing>;
  /** The round has ended, nothing of it is to be commissioned any more, and what was not awarded is back in its funds. */
  moneyReturned(target: ProcessTarget): Promise<Standing>;
}

/** The step of the workflow project for an award that has its process from the beginning: a directed commission. */
export interface CommissionSteps {
  /** Its notice is over and it is confirmed; an award that falls away ends the process. */
  commissionConfirmed(target: ProcessTarget): Promise<Standing>;
}

/** The steps of awards, as the worker takes them. */
@Injectable()
export class AwardsActivities implements AwardSteps, CommissionSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly advance: AdvanceAwards,
    private readonly returnMoney: ReturnRoundMoney,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      awardsProposed: (target: ProcessTarget) => this.awardsProposed(target),
      awardsApproved: (target: ProcessTarget) => this.awardsApproved(target),
      awardsNoticed: (target: ProcessTarget) => this.awardsNoticed(target),
      awardsConfirmed: (target: ProcessTarget) => this.awardsConfirmed(target),
      moneyReturned: (target: ProcessTarget) => this.moneyReturned(target),
      commissionConfirmed: (target: ProcessTarget) => this.commissionConfirmed(target),
    });
  }

  async awardsProposed(target: ProcessTarget): Promise<Standing> {
    return this.lotsReach(target, 'awardsProposed', 'proposed');
  }

  async awardsApproved(target: ProcessTarget): Promise<Standing> {
    return this.lotsReach(target, 'awardsApproved', 'approved');
  }

  async awardsNoticed(target: ProcessTarget): Promise<Standing> {
    return this.lotsReach(target, 'awardsNoticed', 'noticed');
  }

  async awardsConfirmed(target: ProcessTarget): Promise<Standing> {
    return this.lotsReach(target, 'awardsConfirmed', 'confirmed');
  }

  async moneyReturned(target: ProcessTarget): Promise<Standing> {
    return this.steps.take('round', target, 'moneyReturned', activityTrace(), (ctx) =>
      this.returnMoney.whenDue(ctx, target.id),
    );
  }

  async commissionConfirmed(target: ProcessTarget): Promise<Standing> {
    return this.steps.take(
      'project',
      target,
      'commissionConfirmed',
      activityTrace(),
      async (ctx) => {
        const award = await this.advance.commission(ctx, target.id);
        if (award?.state === 'revoked' || award?.state === 'declined') {
          await this.returnMoney.ofFallen(ctx, award);
        }
        return award?.state === 'confirmed' || award?.state === 'contracted';
      },
    );
  }

  private async lotsReach(
    target: ProcessTarget,
    name: string,
    wanted: LotState,
  ): Promise<Standing> {
    return this.steps.take('round', target, name, activityTrace(), async (ctx) => {
      const lots = await this.advance.round(ctx, target.id);
      return lots.every(({ state }) => isAtOrPast(state, wanted));
    });
  }
}
