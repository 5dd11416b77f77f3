import type { Context } from '../../platform/database/context';
import type { Audience, Json, ProcessRef } from '../../platform/record/domain-event';
import type { BatchEntity } from './batches/batch.entity';
import type { PaymentEntity } from './orders/payment.entity';
import type { PaymentMove } from './orders/payment.transitions';
import type { TrancheEntity } from './tranches/tranche.entity';
import type { TrancheMove } from './tranches/tranche.transitions';

const trancheFacts: Readonly<Record<TrancheMove, string>> = {
  replan: 'payments.tranche-replanned',
  accept: 'payments.tranche-accepted',
  makeDue: 'payments.tranche-due',
  void: 'payments.tranche-void',
  stop: 'payments.tranche-stopped',
  claim: 'payments.tranche-claimed',
  order: 'payments.tranche-ordered',
  reopen: 'payments.tranche-reopened',
  comeBack: 'payments.tranche-came-back',
  pay: 'payments.tranche-paid',
};

const paymentFacts: Readonly<Record<PaymentMove, string>> = {
  release: 'payments.payment-released',
  voidApproval: 'payments.approval-void',
  reject: 'payments.payment-rejected',
  send: 'payments.payment-sent',
  answer: 'payments.voucher-entered',
  pay: 'payments.payment-paid',
  return: 'payments.payment-returned',
  enterReturn: 'payments.return-entered',
  dismissReturn: 'payments.return-dismissed',
  confirmReturn: 'payments.payment-returned',
};

const batchFacts = {
  take: 'payments.batch-filled',
  send: 'payments.batch-sent',
  settle: 'payments.batch-settled',
} as const;

interface Told {
  readonly body?: Readonly<Record<string, Json>>;
  readonly nudges?: readonly ProcessRef[];
}

/** Records what happened to a tranche; without a move, that it was planned. */
export async function recordTranche(
  ctx: Context,
  tranche: TrancheEntity,
  move: TrancheMove | null,
  { body, nudges }: Told = {},
): Promise<void> {
  await ctx.record({
    name: move === null ? 'payments.tranche-planned' : trancheFacts[move],
    aggregate: { kind: 'tranche', id: tranche.id, version: tranche.version },
    move,
    roundId: tranche.roundId,
    body: {
      projectId: tranche.projectId,
      code: tranche.code,
      amountFen: (tranche.payableFen ?? tranche.plannedFen).toString(),
      ...body,
    },
    audience: audienceOf(tranche),
    nudges: nudges ?? [],
  });
}

/** Records what happened to a payment; without a move, that it was entered. */
export async function recordPayment(
  ctx: Context,
  payment: PaymentEntity,
  move: PaymentMove | null,
  { body, nudges }: Told = {},
): Promise<void> {
  await ctx.record({
    name: move === null ? 'payments.payment-entered' : paymentFacts[move],
    aggregate: { kind: 'payment', id: payment.id, version: payment.version },
    move,
    roundId: payment.roundId,
    body: {
      trancheId: payment.trancheId,
      amountFen: payment.amountFen.toString(),
      payeeDigest: payment.payeeDigest,
      ...body,
    },
    audience: audienceOf(payment),
    nudges: nudges ?? [],
  });
}

/** Records what happened to a batch: it was opened, took a payment, was sent, was settled. */
export async function recordBatch(
  ctx: Context,
  batch: BatchEntity,
  act: keyof typeof batchFacts,
  { body, nudges }: Told = {},
): Promise<void> {
  await ctx.record({
    name: batch.version === 1 ? 'payments.batch-opened' : batchFacts[act],
    aggregate: { kind: 'batch', id: batch.id, version: batch.version },
    move: act === 'take' ? null : act,
    body: { unitId: batch.unitId, lastLine: batch.lastLine, ...body },
    audience: { unitPaths: [batch.unitPath] },
    nudges: nudges ?? [],
  });
}

function audienceOf({ unitPath, partyId }: { unitPath: string; partyId: string }): Audience {
  return { unitPaths: [unitPath], partyIds: [partyId] };
}
