import { Injectable } from '@nestjs/common';
import type { Facts } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import type { ProcessRef } from '../../../platform/record/domain-event';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { audienceOf } from '../contract-moves';
import { contractWordings } from '../contract.wordings';
import { AmendmentMoney } from './amendment-money';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';
import { amendmentTransitions, type AmendmentMove } from './amendment.transitions';

const events: Readonly<Record<AmendmentMove, string>> = {
  approve: 'contracts.amendment-approved',
  refuse: 'contracts.amendment-refused',
  sign: 'contracts.amendment-signed',
  enter: 'contracts.amendment-entered-into-force',
  withdraw: 'contracts.amendment-withdrawn',
  lapse: 'contracts.amendment-lapsed',
};

/** The one way in which amendments move, and whom that is told. */
@Injectable()
export class AmendmentBook {
  constructor(
    private readonly repository: AmendmentRepository,
    private readonly money: AmendmentMoney,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @param amendment locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    amendment: AmendmentEntity,
    move: AmendmentMove,
    nudges: readonly ProcessRef[] = [],
  ): Promise<void> {
    amendment.state = amendmentTransitions.next(amendment.state, move);
    amendment.version += 1;
    await this.repository.update(ctx, amendment);
    await recordAmendment(ctx, amendment, move, nudges);
    if (move !== 'sign')
      await this.inbox.done(ctx, contractWordings.approveAmendment, amendment.id);
  }

  /**
   * Ends an amendment that comes to nothing: its money is free again, its tasks and its time are over, both sides are told.
   * @param amendment locked by the caller
   * @throws STATE.OUT_OF_ORDER
   */
  async drop(
    ctx: Context,
    amendment: AmendmentEntity,
    move: 'refuse' | 'withdraw' | 'lapse',
  ): Promise<void> {
    amendmentTransitions.next(amendment.state, move);
    await this.money.release(ctx, amendment);
    await this.move(ctx, amendment, move);
    await this.clocks.cancel(ctx, 'amendment.sign', amendment.id);
    await this.clocks.cancel(ctx, 'amendment.signReminder', amendment.id);
    await this.inbox.withdraw(ctx, contractWordings.signAmendment, amendment.id);
    await this.tellBoth(ctx, amendment, dropped[move]);
  }

  /** The contract is over: what was proposed and is not in force comes to nothing. */
  async lapseOf(ctx: Context, contractId: string): Promise<void> {
    const amendment = await this.repository.lockOpen(ctx, contractId);
    if (amendment !== null) await this.drop(ctx, amendment, 'lapse');
  }

  /** Writes to the party and to the officers of the unit. */
  async tellBoth(ctx: Context, amendment: AmendmentEntity, wording: string): Promise<void> {
    const { id, partyId, unitPath } = amendment;
    const told = [
      ...(await this.people.holdersOf(ctx, 'applicant', partyId)),
      ...(await this.people.holdersAtUnit(ctx, 'organizer', unitPath)),
      ...(await this.people.holdersAtUnit(ctx, 'approver', unitPath)),
    ];
    await this.inbox.write(ctx, told, wording, { kind: 'amendment', id }, factsOf(amendment));
  }
}

const dropped = {
  refuse: contractWordings.amendmentRefused,
  withdraw: contractWordings.amendmentWithdrawn,
  lapse: contractWordings.amendmentLapsed,
} as const;

/** What the wordings of amendments speak of. */
export function factsOf({ document, number }: AmendmentEntity): Facts {
  return { title: document.title, number };
}

/** Records what happened to an amendment; without a move, that it was proposed. */
export async function recordAmendment(
  ctx: Context,
  amendment: AmendmentEntity,
  move: AmendmentMove | null,
  nudges: readonly ProcessRef[] = [],
): Promise<void> {
  const { id, version, contractId, awardId, number, digest, amountFen } = amendment;
  await ctx.record({
    name: move === null ? 'contracts.amendment-proposed' : events[move],
    aggregate: { kind: 'amendment', id, version },
    move,
    roundId: amendment.roundId,
    body: { contractId, awardId, number, digest, amountFen: amountFen.toString() },
    audience: audienceOf(amendment),
    nudges,
  });
}
