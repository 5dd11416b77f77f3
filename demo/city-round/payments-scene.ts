import { enterVouchers, sendWhatIsDue, voucherNumber } from '../payments';
import { AT_ONCE } from '../together';
import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** Everything that is due is sent, and paid by the treasury some days later. @returns what was paid */
export async function payWhatIsDue(
  cast: Cast,
  bidders: readonly Bidder[],
  paidOn: string,
  year: Year,
): Promise<any[]> {
  const payeeOf = (id: string) => {
    const { actor, plan } = bidderOf(bidders, id);
    return { actor, code: plan.code };
  };
  const payments = await sendWhatIsDue(cast, payeeOf, paidOn, AT_ONCE);
  await year.goTo(`${paidOn}T16:00:00+08:00`);
  await tryVoucherWrongly(cast, payments, paidOn, year);
  await enterVouchers(cast, payments, paidOn, AT_ONCE);
  year.note(`拨付${payments.length}笔`, `${payments.length} payments are made`);
  return payments;
}

export function bidderOf(bidders: readonly Bidder[], id: string): Bidder {
  return bidders.find(({ partyId }) => partyId === id)!;
}

async function tryVoucherWrongly(
  { maker }: Cast,
  [first]: readonly any[],
  paidOn: string,
  year: Year,
): Promise<void> {
  const path = `/v1/payments/${first.id}`;
  const { version } = await maker.ok.get(path);
  const given = { number: voucherNumber(paidOn, 0), paidOn: '2030-01-01' };
  const ahead = maker.post(`${path}/voucher`, given, { ifMatch: version });
  await year.refused('经办会计', '填写将来的支付日期', 'PAYMENTS.PAID_ON_OUTSIDE', ahead);
}
