import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { People } from '../../registers/people';
import type { PaymentEntity } from './orders/payment.entity';
import { PaymentBasis, type Basis } from './payment-basis';
import { refusePayments } from './payments.refusals';

/**
 * Who may handle a payment: nobody who represents its party, nobody who approved, signed or evaluated what is paid, and never one
 * person on both sides of it. It is asked here, for a good answer, and noted as duties on the payment, where the database
 * keeps opposed ones apart, whichever comes first.
 * @source domain.md 2.11; 政府采购法 art. 61: whoever handles the purchase may not also accept it
 */
@Injectable()
export class Independence {
  constructor(
    private readonly people: People,
    private readonly basis: PaymentBasis,
  ) {}

  /** @throws PAYMENTS.OWN_PARTY, PAYMENTS.DECIDED_BY_YOU */
  async require(ctx: Context, basis: Basis): Promise<void> {
    await this.requireOutsider(ctx, basis.project.partyId);
    const deciders = await this.basis.decidersOf(ctx, basis);
    if (isOneOf(ctx, deciders)) throw refusePayments('PAYMENTS.DECIDED_BY_YOU');
  }

  /** Nobody who represents a party handles its money. @throws PAYMENTS.OWN_PARTY */
  async requireOutsider(ctx: Context, partyId: string): Promise<void> {
    const own = await this.people.holdersOf(ctx, 'applicant', partyId);
    if (isOneOf(ctx, own)) throw refusePayments('PAYMENTS.OWN_PARTY');
  }

  /** Notes on a payment who decided what it pays, and who claimed it or may. */
  async noteOutsiders(
    ctx: Context,
    payment: PaymentEntity,
    basis: Basis,
    claimedBy: string,
  ): Promise<void> {
    const own = await this.people.holdersOf(ctx, 'applicant', basis.project.partyId);
    const bidders = new Set([...own, claimedBy]);
    for (const person of bidders) await this.people.noteDuty(ctx, person, payment.id, 'bidder');
    for (const person of await this.basis.decidersOf(ctx, basis)) {
      if (!bidders.has(person)) await this.people.noteDuty(ctx, person, payment.id, 'decider');
    }
  }

  /**
   * Notes the caller as a payment's maker or checker: the person, and with a deputy also the one for whom the deputy acts, so
   * that two mandates of one person never meet on a payment.
   * @throws PEOPLE.DUTIES_CONFLICT
   */
  async noteActor(ctx: Context, payment: PaymentEntity, side: 'maker' | 'checker'): Promise<void> {
    await this.people.noteDuty(ctx, ctx.personId, payment.id, side);
  }
}

/** Whether the caller is one of these people, or deputizes for one. */
function isOneOf(ctx: Context, people: readonly string[]): boolean {
  return ctx.hands.some((person) => people.includes(person));
}
