import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import type { EvaluationOutcome } from '../../../rules';
import type { Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { payingTime } from './paying-time';
import { TrancheLedger } from './tranche-ledger';
import { dueOn, rulesOf } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';

/** So many calendar days after a tranche is due its party is reminded to claim it, and again (invented: no source says when). */
export const CLAIM_REMINDER_DAYS = 14;

/** Makes a planned tranche due for what it pays, and sets free what it does not pay. */
@Injectable()
export class MakeTrancheDue {
  constructor(
    private readonly repository: TrancheRepository,
    private readonly ledger: TrancheLedger,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @param tranche locked, and planned
   * @param outcome of the evaluation that is the trigger; undefined where the contract is
   * @param since the moment of the trigger, from which the time for paying counts
   */
  async execute(
    ctx: Context,
    basis: Basis,
    tranche: TrancheEntity,
    outcome: EvaluationOutcome | undefined,
    since: Instant,
  ): Promise<void> {
    const rules = rulesOf(basis.contract.ruleSet, tranche.code);
    const due = dueOn(rules, tranche.plannedFen, tranche.plannedParts, outcome);
    const move = due.payableFen > 0n ? 'makeDue' : 'void';
    tranche.state = trancheTransitions.next(tranche.state, move);
    tranche.payableFen = due.payableFen;
    tranche.payableParts = [...due.payableParts];
    tranche.explanation = { ...tranche.explanation, payable: due.explanation };
    tranche.dueSince = since;
    tranche.version += 1;
    await this.repository.update(ctx, tranche);
    await recordTranche(ctx, tranche, move);
    await this.ledger.post(ctx, 'makeDue', tranche, due.payableParts);
    await this.ledger.post(ctx, 'uncommit', tranche, due.releasedParts);
    await (move === 'void'
      ? this.tellVoid(ctx, basis, tranche)
      : this.askToClaim(ctx, basis, tranche));
  }

  private async askToClaim(ctx: Context, basis: Basis, tranche: TrancheEntity): Promise<void> {
    const paying = payingTime(basis, tranche, tranche.dueSince!);
    const { dueAt } = await this.clocks.start(ctx, paying);
    await this.clocks.start(ctx, {
      ...paying,
      rule: 'tranche.claimReminder',
      count: { unit: 'calendarDays', n: CLAIM_REMINDER_DAYS },
    });
    await this.desk.ask(ctx, tranche, 'applicant', {
      kind: paymentsWordings.claim,
      subject: paying.subject,
      dueAt,
      facts: factsOf(basis.project, tranche),
    });
  }

  private async tellVoid(ctx: Context, { project }: Basis, tranche: TrancheEntity): Promise<void> {
    const subject = { kind: 'tranche', id: tranche.id };
    const facts = factsOf(project, tranche);
    await this.desk.tell(ctx, tranche, 'applicant', paymentsWordings.void, subject, facts);
  }
}
