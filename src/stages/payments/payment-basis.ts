import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Holds } from '../../registers/holds';
import { Awards } from '../awards';
import { Contracts, type Contract } from '../contracts';
import { Evaluations } from '../evaluations';
import { Projects, type Project } from '../monitoring';
import { DecidersQuery } from './deciders.query';
import { refusePayments } from './payments.refusals';
import { TrancheRepository } from './tranches/tranche.repository';

/** What a project's payments rest on, as the earlier stages have it now. */
export interface Basis {
  readonly project: Project;
  readonly contract: Contract;
  /** Null for a directed commission, which has no competition. */
  readonly lotId: string | null;
}

/** Asks the earlier stages what a payment rests on: the contract, its rules, the evaluations, and who decided. */
@Injectable()
export class PaymentBasis {
  constructor(
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly evaluations: Evaluations,
    private readonly projects: Projects,
    private readonly tranches: TrancheRepository,
    private readonly holds: Holds,
    private readonly deciders: DecidersQuery,
  ) {}

  /** Null before the contract is in force. */
  async find(ctx: Context, projectId: string): Promise<Basis | null> {
    const project = await this.projects.get(ctx, projectId);
    const contract = await this.contracts.ofAward(ctx, projectId);
    if (project === null || contract === null) return null;
    const { lotId } = await this.awards.get(ctx, projectId);
    return { project, contract, lotId };
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, projectId: string): Promise<Basis> {
    const basis = await this.find(ctx, projectId);
    if (basis === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return basis;
  }

  /** Of some projects those against whose award, or against whose whole lot, an objection stands. */
  async heldOf(
    ctx: Context,
    projects: readonly { readonly projectId: string; readonly lotId: string | null }[],
  ): Promise<Set<string>> {
    const subjectsOf = ({ projectId, lotId }: (typeof projects)[number]) =>
      lotId === null ? [projectId] : [projectId, lotId];
    const holds = await this.holds.active(ctx, projects.flatMap(subjectsOf));
    const held = new Set(holds.map(({ subject }) => subject.id));
    const isHeld = (project: (typeof projects)[number]) =>
      subjectsOf(project).some((id) => held.has(id));
    return new Set(projects.filter(isHeld).map(({ projectId }) => projectId));
  }

  /** Of some projects those that were stopped before their time. */
  async stoppedOf(ctx: Context, projectIds: readonly string[]): Promise<Set<string>> {
    const stopped = new Set<string>();
    for (const id of new Set(projectIds)) {
      const basis = await this.find(ctx, id);
      if (basis === null || isStopped(basis)) stopped.add(id);
    }
    return stopped;
  }

  /**
   * Passes when money may go out: the contract is in force, or was fulfilled but for a payment that came back; the project was not
   * stopped, and no objection stands.
   * @throws PAYMENTS.BASIS_ENDED, PAYMENTS.HELD
   */
  async requireInForce(ctx: Context, basis: Basis): Promise<void> {
    const { project, contract, lotId } = basis;
    const isFulfilled = project.state === 'closed' && contract.state === 'ended';
    if (isStopped(basis) || !(contract.state === 'inForce' || isFulfilled)) {
      throw refusePayments('PAYMENTS.BASIS_ENDED');
    }
    const held = await this.heldOf(ctx, [{ projectId: project.id, lotId }]);
    if (held.size > 0) throw refusePayments('PAYMENTS.HELD');
  }

  /**
   * Everyone who acted on the award, the contract, an amendment or change of it or an evaluation of the project, accepted a report or the work
   * that a tranche pays, or approved the awards of its lot.
   */
  async decidersOf(ctx: Context, { project, contract, lotId }: Basis): Promise<string[]> {
    const evaluations = await this.evaluations.idsOf(ctx, project.id);
    const amendments = await this.contracts.amendmentIdsOf(ctx, contract.id);
    const changes = await this.contracts.changeIdsOf(ctx, project.id);
    const reports = await this.projects.acceptedReports(ctx, project.id);
    const tranches = await this.tranches.idsOfProject(ctx, project.id);
    return this.deciders.actorsOn(ctx, [
      { kind: 'award', id: project.id },
      { kind: 'contract', id: contract.id },
      ...amendments.map((id) => ({ kind: 'amendment', id })),
      ...changes.map((id) => ({ kind: 'contractChange', id })),
      ...evaluations.map((id) => ({ kind: 'evaluation', id })),
      ...evaluations.map((id) => ({ kind: 'evaluationFailure', id })),
      ...reports.map(({ id }) => ({ kind: 'report', id, move: 'accept' })),
      ...tranches.map((id) => ({ kind: 'tranche', id, move: 'accept' })),
      ...(lotId === null ? [] : [{ kind: 'lot', id: lotId, move: 'approve' }]),
    ]);
  }
}

/** Whether a project was stopped before its time, closed by now or not: what is unpaid then stays unpaid. */
export function isStopped({ project, contract }: Pick<Basis, 'project' | 'contract'>): boolean {
  return project.state === 'ended' || contract.state === 'terminated';
}
