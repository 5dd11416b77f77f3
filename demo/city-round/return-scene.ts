import { asItStands } from '../as-it-stands';
import { accepted } from './accepted';
import type { Going } from './going';
import { bidderOf } from './payments-scene';

/** The bank sends a payment back: two persons record it, the account is put right and verified, and it is paid again. */
export async function playReturn({ cast, bidders, year }: Going, payment: any): Promise<void> {
  const { maker, checker } = cast;
  const bidder = bidderOf(bidders, payment.partyId);
  await year.goTo('2020-06-24T10:00:00+08:00');
  const path = `/v1/payments/${payment.id}`;
  const act = (by: typeof maker, name: string, body?: object, of = path) =>
    asItStands(maker, of, ({ version }) => by.post(`${of}/${name}`, body, { ifMatch: version }));
  const slip = { number: 'TP20200623001', returnedOn: '2020-06-23' };
  const reason = '账号与户名不符，退票。';
  const ahead = act(maker, 'return', { ...slip, returnedOn: '2020-12-31', reason });
  await year.refused('经办会计', '填写将来的退票日期', 'PAYMENTS.RETURNED_ON_OUTSIDE', ahead);
  await accepted(act(maker, 'return', { ...slip, reason }));
  const other = act(checker, 'return-confirmation', { ...slip, number: 'TP20200623009' });
  await year.refused('复核会计', '复核录入的退票凭证不一致', 'PAYMENTS.RETURN_DIFFERS', other);
  await accepted(act(checker, 'return-confirmation', slip));
  const again = act(maker, 'return', { ...slip, reason });
  await year.refused('经办会计', '同一笔退票录两次', 'STATE.OUT_OF_ORDER', again);
  year.note('一笔拨款被银行退回', 'The bank sends one payment back');
  const early = act(maker, 'payment', undefined, `/v1/tranches/${payment.trancheId}`);
  await year.refused('经办会计', '账户未更正就再付', 'PAYMENTS.PAYEE_UNVERIFIED', early);
  await correctAccount(cast, bidder, year);
  const order = await accepted(
    act(maker, 'payment', undefined, `/v1/tranches/${payment.trancheId}`),
  );
  const released = await accepted(act(checker, 'release', undefined, `/v1/payments/${order.id}`));
  await accepted(act(maker, 'dispatch', undefined, `/v1/payment-batches/${released.batchId}`));
  await year.goTo('2020-06-30T16:00:00+08:00');
  const voucher = { number: 'GK20200630001', paidOn: '2020-06-30' };
  await accepted(act(maker, 'voucher', voucher, `/v1/payments/${order.id}`));
  await accepted(act(checker, 'voucher-confirmation', voucher, `/v1/payments/${order.id}`));
  year.note('更正账户后重新拨付', 'The account is put right, and it is paid again');
}

async function correctAccount(
  { maker }: Going['cast'],
  { actor, partyId, plan }: Going['bidders'][number],
  year: Going['year'],
): Promise<void> {
  const account = '4402999900000001';
  const path = `/v1/parties/${partyId}`;
  const payee = {
    ...{ name: plan.organization, account },
    ...{ bank: '中国建设银行广州番禺支行', bankCode: '105581000021' },
  };
  const { version } = await actor.ok.get(path);
  const told = await actor.ok.post(`${path}/payee`, payee, { ifMatch: version });
  const verify = (typed: string) =>
    maker.post(`${path}/payee-verification`, { account: typed }, { ifMatch: told.version });
  const mistyped = verify('4402999900000002');
  await year.refused('经办会计', '核实账户时抄错一位', 'PARTIES.PAYEE_DIFFERS', mistyped);
  await accepted(verify(account));
}
