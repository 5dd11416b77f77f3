import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Notices } from '../../../registers/notices';
import { Processes } from '../../../registers/processes';
import { Contracts } from '../../contracts';
import { Projects, type Project } from '../../monitoring';
import { Rounds } from '../../rounds';
import { isStopped, PaymentBasis, type Basis } from '../payment-basis';
import { RecoveryRepository } from '../recoveries/recovery.repository';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';

/**
 * Closes a project whose money is settled: the contract ends, what it did not use follows the money of its round, the public
 * learns what was paid, the process is over.
 */
@Injectable()
export class CloseProject {
  constructor(
    private readonly projects: Projects,
    private readonly rounds: Rounds,
    private readonly contracts: Contracts,
    private readonly tranches: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly recoveries: RecoveryRepository,
    private readonly notices: Notices,
    private readonly processes: Processes,
  ) {}

  /** @returns whether the project is closed and nothing of it open; it is not before it is settled */
  async execute(ctx: Context, projectId: string): Promise<boolean> {
    const project = await this.projects.lock(ctx, projectId);
    if (project === null) return false;
    const tranches = await this.tranches.lockOfProject(ctx, projectId);
    const isOpen = await this.recoveries.isAsked(ctx, projectId);
    if (!isSettled(tranches) || isOpen) return false;
    // Closed already and taken up again: of a stopped project a payment that came back fell free.
    if (project.state === 'closed') await this.rounds.returnWhatFellFree(ctx, project.roundId);
    else await this.close(ctx, project, tranches);
    await this.processes.end(ctx, { kind: 'project', id: projectId });
    return true;
  }

  private async close(
    ctx: Context,
    project: Project,
    tranches: readonly TrancheEntity[],
  ): Promise<void> {
    const paidFen = tranches.reduce((paid, { state, payableFen }) => {
      return state === 'paid' ? paid + (payableFen ?? 0n) : paid;
    }, 0n);
    const basis = await this.basis.get(ctx, project.id);
    const wasStopped = isStopped(basis);
    await this.projects.move(ctx, project, 'close', { paidFen: paidFen.toString() });
    await this.endContract(ctx, basis, wasStopped);
    await this.rounds.returnWhatFellFree(ctx, project.roundId);
    await this.notices.publish(ctx, {
      kind: 'result',
      subject: { kind: 'project', id: project.id },
      roundId: project.roundId,
      title: { zh: `项目结项：${project.title}`, en: 'A project was closed' },
      content: {
        projectId: project.id,
        outcome: wasStopped ? 'stopped' : 'completed',
        currency: 'CNY',
        contractAmount: printAmount(basis.contract.amountFen),
        paidAmount: printAmount(paidFen),
        tranches: tranches.map(({ code, state, payableFen, paidOn }) => ({
          code,
          state,
          amount: printAmount(state === 'paid' ? (payableFen ?? 0n) : 0n),
          paidOn,
        })),
      },
    });
  }

  private async endContract(ctx: Context, { contract }: Basis, wasStopped: boolean): Promise<void> {
    if (wasStopped) await this.contracts.terminate(ctx, contract.id, 'project-stopped');
    else await this.contracts.end(ctx, contract.id);
  }
}

/** Whether all the money of a project has come to its end. */
export function isSettled(tranches: readonly TrancheEntity[]): boolean {
  return tranches.length > 0 && tranches.every(({ state }) => state === 'paid' || state === 'void');
}
