import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Ledger } from '../../../registers/ledger';
import { Evaluations } from '../../evaluations';
import { Sanctions } from '../../monitoring';
import type { FundPart } from '../fund-parts';
import { isStopped, type Basis } from '../payment-basis';
import { clawsBack, isClawedBackBy } from './claws-back';
import type { RecoveryGround } from './recovery.entity';
import { refuseRecoveries } from './recovery.refusals';

/** What a recovery rests on: why money may be asked back, and what was paid by which fund. */
@Injectable()
export class RecoveryBasis {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly sanctions: Sanctions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @throws RECOVERIES.NO_GROUND
   * @source Zhongshan 博爱100: a failed evaluation stops further tranches and may ask back what was paid; domain.md 2.11
   */
  async groundOf(ctx: Context, basis: Basis): Promise<RecoveryGround> {
    const ground = await this.findGround(ctx, basis);
    if (ground === null) throw refuseRecoveries('RECOVERIES.NO_GROUND');
    return ground;
  }

  /** The same; null where there is none. */
  async findGround(ctx: Context, basis: Basis): Promise<RecoveryGround | null> {
    if (isStopped(basis)) return 'stopped';
    const finals = basis.contract.ruleSet.evaluations.filter(({ kind }) => kind === 'final');
    const codes = new Set(finals.map(({ code }) => code));
    const outcomes = await this.evaluations.outcomes(ctx, basis.project.id);
    if (outcomes.some(({ code, passed }) => codes.has(code) && !passed)) return 'final-failed';
    if (clawsBack(basis.contract.ruleSet, outcomes)) return 'worst-grade';
    const sanctions = await this.sanctions.ofProject(ctx, basis.project.id);
    return isClawedBackBy(sanctions) ? 'sanctioned' : null;
  }

  /** What each fund has paid of a project and did not ask back. */
  async paidBy(ctx: Context, projectId: string): Promise<FundPart[]> {
    const balances = await this.ledger.awardBalances(ctx, projectId);
    return balances.map(({ fundId, paidFen }) => ({ fundId, amountFen: paidFen }));
  }

  /** What each fund is still to get back. */
  async owedTo(ctx: Context, projectId: string): Promise<FundPart[]> {
    const balances = await this.ledger.awardBalances(ctx, projectId);
    return balances.map(({ fundId, receivableFen }) => ({ fundId, amountFen: receivableFen }));
  }
}
