import { advanceTo, waitFor } from '../clock';
import type { Bidder, Called } from './call-scene';
import type { Cast } from './people';

/** Claims, orders, releases, sends and vouchers everything that is due, by two people. */
export async function payWhatIsDue(cast: Cast, called: Called, paidOn: string): Promise<void> {
  const { maker, checker } = cast;
  const due = await waitFor('the tranches', async () => {
    const tranches = await maker.ok.all('/v1/tranches?state=due');
    return tranches.length > 0 ? tranches : null;
  });
  // In an order of their own, so that each invoice and voucher has the same number whenever the round is played.
  const orderOf = ({ partyId, planned }: any) =>
    `${partyOf(called, partyId).text.code} ${planned.amount}`;
  due.sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
  const payments = [];
  for (const [n, tranche] of due.entries()) {
    const { actor } = partyOf(called, tranche.partyId);
    const invoiceNumber = `${paidOn.replaceAll('-', '')}${String(n + 1).padStart(4, '0')}`;
    const claimed = await actor.ok.post(
      `/v1/tranches/${tranche.id}/claim`,
      { invoiceNumber },
      { ifMatch: tranche.version },
    );
    const payment = await maker.ok.post(`/v1/tranches/${tranche.id}/payment`, undefined, {
      ifMatch: claimed.version,
    });
    const path = `/v1/payments/${payment.id}/release`;
    payments.push(await checker.ok.post(path, undefined, { ifMatch: payment.version }));
  }
  for (const batch of await maker.ok.all('/v1/payment-batches?state=open')) {
    const path = `/v1/payment-batches/${batch.id}/dispatch`;
    await maker.ok.post(path, undefined, { ifMatch: batch.version });
  }
  // The treasury pays some days later.
  await advanceTo(cast.administrator, `${paidOn}T16:00:00+08:00`);
  for (const [n, { id }] of payments.entries()) await voucher(cast, id, paidOn, n + 1);
}

function partyOf({ bidders }: Called, id: string): Bidder {
  return bidders.find(({ partyId }) => partyId === id)!;
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
  const given = { number: `GK${paidOn.replaceAll('-', '')}${n}`, paidOn };
  const entered = await maker.ok.post(`${path}/voucher`, given, { ifMatch: version });
  await checker.ok.post(`${path}/voucher-confirmation`, given, { ifMatch: entered.version });
}
