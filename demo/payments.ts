import type { Actor } from './actor';
import { waitFor } from './clock';
import { together } from './together';

/** Who enters a payment and who releases it. */
interface Desk {
  readonly maker: Actor;
  readonly checker: Actor;
}

/** Whom money goes to, and by what name their tranches are put in order. */
export interface Payee {
  readonly actor: Actor;
  readonly code: string;
}

/**
 * Claims, orders, releases and sends everything that is due, by two people.
 * @param atOnce how many tranches side by side
 * @returns the payments that were sent
 */
export async function sendWhatIsDue(
  { maker, checker }: Desk,
  payeeOf: (partyId: string) => Payee,
  paidOn: string,
  atOnce: number,
): Promise<any[]> {
  const due = await waitFor('the tranches', async () => {
    const tranches = await maker.ok.all('/v1/tranches?state=due');
    return tranches.length > 0 ? tranches : null;
  });
  // In an order of their own, so that each invoice and voucher has the same number whenever a round is played.
  const orderOf = ({ partyId, planned }: any) => `${payeeOf(partyId).code} ${planned.amount}`;
  due.sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
  const order = async ({ id, partyId, version }: any, n: number) => {
    const path = `/v1/tranches/${id}`;
    const claim = { invoiceNumber: `${numberOf(paidOn)}${String(n + 1).padStart(4, '0')}` };
    const claimed = await payeeOf(partyId).actor.ok.post(`${path}/claim`, claim, {
      ifMatch: version,
    });
    const payment = await maker.ok.post(`${path}/payment`, undefined, { ifMatch: claimed.version });
    const release = `/v1/payments/${payment.id}/release`;
    return checker.ok.post(release, undefined, { ifMatch: payment.version });
  };
  const payments = await together(due, order, atOnce);
  for (const batch of await maker.ok.all('/v1/payment-batches?state=open')) {
    const path = `/v1/payment-batches/${batch.id}/dispatch`;
    await maker.ok.post(path, undefined, { ifMatch: batch.version });
  }
  return payments;
}

/** The treasury has paid: its vouchers' numbers and date are entered by one person and repeated by another. */
export async function enterVouchers(
  { maker, checker }: Desk,
  payments: readonly any[],
  paidOn: string,
  atOnce: number,
): Promise<void> {
  const enter = async ({ id }: any, n: number) => {
    const path = `/v1/payments/${id}`;
    const { version } = await maker.ok.get(path);
    const given = { number: voucherNumber(paidOn, n + 1), paidOn };
    const entered = await maker.ok.post(`${path}/voucher`, given, { ifMatch: version });
    await checker.ok.post(`${path}/voucher-confirmation`, given, { ifMatch: entered.version });
  };
  await together(payments, enter, atOnce);
}

/** The number of a day's voucher, from 1. */
export function voucherNumber(paidOn: string, n: number): string {
  return `GK${numberOf(paidOn)}${n}`;
}

function numberOf(day: string): string {
  return day.replaceAll('-', '');
}
