import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Parties } from '../../../registers/parties';
import { refusePayments } from '../payments.refusals';
import { digestOfPayee, type Payee } from './payment-order';

/** The accounts of parties, as far as another person found them right. */
@Injectable()
export class VerifiedPayees {
  constructor(private readonly parties: Parties) {}

  /** @throws PAYMENTS.PAYEE_UNVERIFIED */
  async get(ctx: Context, partyId: string): Promise<Payee> {
    const payee = await this.find(ctx, partyId);
    if (payee === null) throw refusePayments('PAYMENTS.PAYEE_UNVERIFIED');
    return payee;
  }

  /** Whether the party's verified account is the one of this digest: what was verified anew after a change is another one. */
  async isStill(ctx: Context, partyId: string, payeeDigest: string): Promise<boolean> {
    const payee = await this.find(ctx, partyId);
    return payee !== null && digestOfPayee(payee) === payeeDigest;
  }

  private async find(ctx: Context, partyId: string): Promise<Payee | null> {
    const { payee } = await this.parties.get(ctx, partyId);
    if (payee?.verifiedAt == null) return null;
    const { name, account, bank, bankCode } = payee;
    return { name, account, bank, bankCode };
  }
}
