import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { SettleBatch } from './batches/settle-batch';
import { CloseProject } from './tranches/close-project';
import { FollowTriggers } from './tranches/follow-triggers';
import { SettleProject } from './tranches/settle-project';

/** The steps of the workflow project that pay; its others are monitoring's and evaluations'. */
export interface ProjectPaymentSteps {
  /** The contract is in force: the tranches are planned, and those that it triggers are due. */
  contractTranchesDue(target: ProcessTarget): Promise<Standing>;
  /**
   * The tranches that wait for an evaluation decided by now are due or void. It never waits for a later evaluation, so it is
   * taken at every look at them.
   */
  evaluationTranchesDue(target: ProcessTarget): Promise<Standing>;
  /** Every tranche is paid or void; of a stopped project whatever is not under way is set free. */
  projectSettled(target: ProcessTarget): Promise<Standing>;
  /** The project is closed, and the process over. */
  projectClosed(target: ProcessTarget): Promise<Standing>;
}

/** The steps of the workflow payment. */
export interface PaymentSteps {
  /** The batch went to the treasury; until then its makers are reminded. */
  batchSent(target: ProcessTarget): Promise<Standing>;
  /** Every payment has its voucher, entered once. */
  vouchersIn(target: ProcessTarget): Promise<Standing>;
  /** Every voucher is confirmed: all is paid or came back, and the process is over. */
  batchSettled(target: ProcessTarget): Promise<Standing>;
}

type Work = (ctx: Context, id: string) => Promise<boolean>;

/** The steps of payments, as activities: each is one use case that may run any number of times. */
@Injectable()
export class PaymentsActivities implements OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly follow: FollowTriggers,
    private readonly settleProject: SettleProject,
    private readonly closeProject: CloseProject,
    private readonly settleBatch: SettleBatch,
  ) {}

  onModuleInit(): void {
    const step = (kind: 'project' | 'payment', name: string, work: Work) => {
      return (target: ProcessTarget) =>
        this.steps.take(kind, target, name, activityTrace(), (ctx) => work(ctx, target.id));
    };
    const project: ProjectPaymentSteps = {
      contractTranchesDue: step('project', 'contractTranchesDue', (ctx, id) =>
        this.follow.contract(ctx, id),
      ),
      evaluationTranchesDue: step('project', 'evaluationTranchesDue', (ctx, id) =>
        this.follow.decided(ctx, id),
      ),
      projectSettled: step('project', 'projectSettled', (ctx, id) =>
        this.settleProject.execute(ctx, id),
      ),
      projectClosed: step('project', 'projectClosed', (ctx, id) =>
        this.closeProject.execute(ctx, id),
      ),
    };
    const payment: PaymentSteps = {
      batchSent: step('payment', 'batchSent', (ctx, id) => this.settleBatch.isSent(ctx, id)),
      vouchersIn: step('payment', 'vouchersIn', (ctx, id) => this.settleBatch.hasVouchers(ctx, id)),
      batchSettled: step('payment', 'batchSettled', (ctx, id) => this.settleBatch.settle(ctx, id)),
    };
    this.registry.register({ ...project, ...payment });
  }
}
