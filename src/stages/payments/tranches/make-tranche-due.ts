import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import type { TrancheDue } from '../../../rules';
import type { Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { payingTime } from './paying-time';
import { TrancheLedger } from './tranche-ledger';
import { inParts } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';
import { TRIGGER_CLOCK } from './trigger-clock';

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
   * @param due what it pays, and since when: the time for paying counts from then, but not from before the contract
   */
  async execute(
    ctx: Context,
    basis: Basis,
    tranche: TrancheEntity,
    { payable, since, trigger }: TrancheDue & { readonly isDue: true },
  ): Promise<void> {
    const parts = inParts(payable, tranche.plannedParts);
    const move = payable.payableFen > 0n ? 'makeDue' : 'void';
    tranche.state = trancheTransitions.next(tranche.state, move);
    tranche.payableFen = payable.payableFen;
    tranche.payableParts = [...parts.payableParts];
    tranche.explanation = { ...tranche.explanation, payable: payable.explanation, trigger };
    tranche.dueSince = laterOf(since, basis.contract.signedAt);
    tranche.version += 1;
    await this.repository.update(ctx, tranche);
    await recordTranche(ctx, tranche, move);
    await this.ledger.post(ctx, 'makeDue', tranche, parts.payableParts);
    await this.ledger.post(ctx, 'uncommit', tranche, parts.releasedParts);
    await this.stopWaiting(ctx, tranche);
    await (move === 'void'
      ? this.tellVoid(ctx, basis, tranche)
      : this.askToClaim(ctx, basis, tranche));
  }

  /** What it waited for need not come any more. */
  private async stopWaiting(ctx: Context, { id }: TrancheEntity): Promise<void> {
    await this.clocks.cancel(ctx, TRIGGER_CLOCK, id);
    await this.desk.withdraw(ctx, paymentsWordings.accept, id);
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

/** Before the contract nothing is owed, whenever its notice ended. */
function laterOf(since: Instant, signedAt: Instant | null): Instant {
  return signedAt !== null && signedAt > since ? signedAt : since;
}
