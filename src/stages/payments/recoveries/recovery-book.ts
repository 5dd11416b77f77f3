import { Injectable } from '@nestjs/common';
import { printAmount, type Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import type { Json, ProcessRef } from '../../../platform/record/domain-event';
import type { RecoveryEntity } from './recovery.entity';
import { RecoveryRepository } from './recovery.repository';
import { recoveryTransitions, type RecoveryMove } from './recovery.transitions';
import type { RepaymentEntity } from './repayment.entity';
import { repaymentTransitions, type RepaymentMove } from './repayment.transitions';

const recoveryFacts: Readonly<Record<RecoveryMove, string>> = {
  ask: 'recoveries.recovery-asked',
  refuse: 'recoveries.recovery-refused',
  lapse: 'recoveries.recovery-overdue',
  settle: 'recoveries.recovery-settled',
};

const repaymentFacts: Readonly<Record<RepaymentMove, string>> = {
  confirm: 'recoveries.repayment-confirmed',
  reject: 'recoveries.repayment-rejected',
};

/** The one way in which recoveries and repayments move, each with its event. */
@Injectable()
export class RecoveryBook {
  constructor(private readonly repository: RecoveryRepository) {}

  /** @param recovery locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(ctx: Context, recovery: RecoveryEntity, move: RecoveryMove): Promise<void> {
    recovery.state = recoveryTransitions.next(recovery.state, move);
    await this.save(ctx, recovery, recoveryFacts[move], move);
  }

  /** Saves what changed without a move: a part has come back. */
  async noteReturn(ctx: Context, recovery: RecoveryEntity): Promise<void> {
    await this.save(ctx, recovery, 'recoveries.recovery-repaid-in-part', null);
  }

  /** @param repayment locked by the caller @throws STATE.OUT_OF_ORDER */
  async moveRepayment(
    ctx: Context,
    repayment: RepaymentEntity,
    of: RecoveryEntity,
    move: RepaymentMove,
  ): Promise<void> {
    repayment.state = repaymentTransitions.next(repayment.state, move);
    repayment.checkerId = ctx.personId;
    repayment.checkedAt = await ctx.now();
    repayment.version += 1;
    await this.repository.updateRepayment(ctx, repayment);
    await recordRepayment(ctx, repayment, of, repaymentFacts[move], move);
  }

  private async save(
    ctx: Context,
    recovery: RecoveryEntity,
    name: string,
    move: RecoveryMove | null,
  ): Promise<void> {
    recovery.version += 1;
    await this.repository.update(ctx, recovery);
    await recordRecovery(ctx, recovery, name, move, [{ kind: 'project', id: recovery.projectId }]);
  }
}

/** Records what happened to a recovery; the party hears of it once it is asked. */
export async function recordRecovery(
  ctx: Context,
  recovery: RecoveryEntity,
  name: string,
  move: RecoveryMove | null,
  nudges: readonly ProcessRef[] = [],
): Promise<void> {
  const { id, version, projectId, roundId, partyId, unitPath, ground, payBy } = recovery;
  const body: Record<string, Json> = {
    ...{ projectId, ground, payBy },
    amountFen: recovery.amountFen.toString(),
    returnedFen: recovery.returnedFen.toString(),
  };
  const isTold = recovery.payBy !== null;
  await ctx.record({
    name,
    aggregate: { kind: 'recovery', id, version },
    move,
    roundId,
    body,
    audience: { unitPaths: [unitPath], ...(isTold && { partyIds: [partyId] }) },
    nudges,
  });
}

/** Records what happened to a repayment; without a move, that it was entered. */
export async function recordRepayment(
  ctx: Context,
  { id, version, recoveryId, amountFen, receivedOn, unitPath }: RepaymentEntity,
  { roundId, partyId }: RecoveryEntity,
  name: string,
  move: RepaymentMove | null,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'repayment', id, version },
    move,
    roundId,
    body: { recoveryId, amountFen: amountFen.toString(), receivedOn },
    audience: { unitPaths: [unitPath], partyIds: [partyId] },
  });
}

/** What of a recovery has not come back yet, in fen. */
export function openFenOf({ amountFen, returnedFen }: RecoveryEntity): Fen {
  return amountFen - returnedFen;
}

/** What the wordings speak of: the project's title, what is open, and until when. */
export function recoveryFactsOf(
  { title }: { readonly title: string },
  recovery: RecoveryEntity,
): { title: string; amount: string; payBy: string } {
  return { title, amount: printAmount(openFenOf(recovery)), payBy: recovery.payBy ?? '' };
}
