import { waitFor } from '../clock';
import { together } from '../together';
import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** Claims, orders, releases, sends and vouchers everything that is due, by two people. @returns what was paid */
export async function payWhatIsDue(
  cast: Cast,
  bidders: readonly Bidder[],
  paidOn: string,
  year: Year,
): Promise<any[]> {
  const { maker, checker } = cast;
  const due = await waitFor('the tranches', async () => {
    const tranches = await maker.ok.all('/v1/tranches?state=due');
    return tranches.length > 0 ? tranches : null;
  });
  // In an order of their own, so that each invoice and voucher has the same number whenever the year is played.
  const orderOf = ({ partyId, planned }: any) =>
    `${bidderOf(bidders, partyId).plan.code} ${planned.amount}`;
  due.sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
  const payments = await together(due, async (tranche, n) => {
    const { actor } = bidderOf(bidders, tranche.partyId);
    const invoiceNumber = `${paidOn.replaceAll('-', '')}${String(n + 1).padStart(4, '0')}`;
    const path = `/v1/tranches/${tranche.id}`;
    const claim = { invoiceNumber };
    const claimed = await actor.ok.post(`${path}/claim`, claim, { ifMatch: tranche.version });
    const payment = await maker.ok.post(`${path}/payment`, undefined, { ifMatch: claimed.version });
    const release = `/v1/payments/${payment.id}/release`;
    return checker.ok.post(release, undefined, { ifMatch: payment.version });
  });
  for (const batch of await maker.ok.all('/v1/payment-batches?state=open')) {
    const path = `/v1/payment-batches/${batch.id}/dispatch`;
    await maker.ok.post(path, undefined, { ifMatch: batch.version });
  }
  // The treasury pays some days later.
  await year.goTo(`${paidOn}T16:00:00+08:00`);
  await tryVoucherWrongly(cast, payments, paidOn, year);
  await together(payments, ({ id }, n) => voucher(cast, id, paidOn, n + 1));
  year.note(`拨付${payments.length}笔`, `${payments.length} payments are made`);
  return payments;
}

export function bidderOf(bidders: readonly Bidder[], id: string): Bidder {
  return bidders.find(({ partyId }) => partyId === id)!;
}

function voucherNumber(paidOn: string, n: number): string {
  return `GK${paidOn.replaceAll('-', '')}${n}`;
}

/** The treasury has paid: its voucher's number and date are entered by one person and repeated by another. */
async function voucher(
  { maker, checker }: Cast,
  id: string,
  paidOn: string,
  n: number,
): Promise<void> {
  const path = `/v1/payments/${id}`;
  const { version } = await maker.ok.get(path);
  const given = { number: voucherNumber(paidOn, n), paidOn };
  const entered = await maker.ok.post(`${path}/voucher`, given, { ifMatch: version });
  await checker.ok.post(`${path}/voucher-confirmation`, given, { ifMatch: entered.version });
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
