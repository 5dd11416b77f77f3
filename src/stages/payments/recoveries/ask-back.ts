import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { loanOwed } from '../../../rules';
import { Evaluations } from '../../evaluations';
import { Sanctions } from '../../monitoring';
import { totalOf } from '../fund-parts';
import type { Basis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { standingOf } from '../tranches/project-facts';
import type { TrancheEntity } from '../tranches/tranche.entity';
import { clawsBack, isClawedBackBy } from './claws-back';
import { RecoveryBasis } from './recovery-basis';
import { RecoveryRepository } from './recovery.repository';
import { recoveryWordings } from './recovery.wordings';

/**
 * Asks the programme officers to propose what is asked back, where the rules say that something is: a loan of a project that failed,
 * and what a worst grade or a sanction claws back. How much, and whether, an approver decides.
 */
@Injectable()
export class AskBack {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly sanctions: Sanctions,
    private readonly basis: RecoveryBasis,
    private readonly repository: RecoveryRepository,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @param tranches of the project
   * @returns whether something is to be asked back that nobody has proposed yet
   * @source us-goco-progress-payment: a loan until the end; cn-zhongshan-2013-r1: paid money is asked back of a failed project
   */
  async execute(ctx: Context, basis: Basis, tranches: readonly TrancheEntity[]): Promise<boolean> {
    const { project, contract } = basis;
    const ground = await this.basis.findGround(ctx, basis);
    if (ground === null || (await this.repository.isKnown(ctx, project.id))) return false;
    if (totalOf(await this.basis.paidBy(ctx, project.id)) === 0n) return false;
    const standings = tranches.map((tranche) => standingOf(tranche));
    const { owedFen } = loanOwed(contract.ruleSet.tranches, standings);
    const hasFailed = ground === 'stopped' || ground === 'final-failed';
    if (!(hasFailed && owedFen > 0n) && !(await this.isClawedBack(ctx, basis))) return false;
    await this.desk.ask(ctx, project, 'organizer', {
      kind: recoveryWordings.propose,
      subject: { kind: 'project', id: project.id },
      facts: { title: project.title },
    });
    return true;
  }

  private async isClawedBack(ctx: Context, { project, contract }: Basis): Promise<boolean> {
    const outcomes = await this.evaluations.outcomes(ctx, project.id);
    if (clawsBack(contract.ruleSet, outcomes)) return true;
    return isClawedBackBy(await this.sanctions.ofProject(ctx, project.id));
  }
}
