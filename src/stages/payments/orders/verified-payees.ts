import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Parties, type Party } from '../../../registers/parties';
import { refusePayments } from '../payments.refusals';
import { digestOfPayee, type Payee } from './payment-order';

/** The accounts of parties, as far as another person found them right. */
@Injectable()
export class VerifiedPayees {
  constructor(private readonly parties: Parties) {}

  /** @throws PAYMENTS.PAYEE_UNVERIFIED */
  async get(ctx: Context, partyId: string): Promise<Payee> {
    const payee = verifiedOf(await this.parties.get(ctx, partyId));
    if (payee === null) throw refusePayments('PAYMENTS.PAYEE_UNVERIFIED');
    return payee;
  }

  /** Whether the party's verified account is the one of this digest: what was verified anew after a change is another one. */
  async isStill(ctx: Context, partyId: string, payeeDigest: string): Promise<boolean> {
    return (await this.digests(ctx, [partyId])).get(partyId) === payeeDigest;
  }

  /** The digests of the verified accounts of some parties; one without such an account is left out. */
  async digests(ctx: Context, partyIds: readonly string[]): Promise<Map<string, string>> {
    const parties = await this.parties.getMany(ctx, partyIds);
    return new Map(
      parties.flatMap((party) => {
        const payee = verifiedOf(party);
        return payee === null ? [] : [[party.id, digestOfPayee(payee)] as const];
      }),
    );
  }
}

function verifiedOf({ payee }: Party): Payee | null {
  if (payee?.verifiedAt == null) return null;
  const { name, account, bank, bankCode } = payee;
  return { name, account, bank, bankCode };
}
