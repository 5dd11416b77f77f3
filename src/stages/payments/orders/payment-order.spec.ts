import { sha256Hex } from '../../../platform/crypto/digest';
import { digestOfPayee, orderText, type Payee, type PaymentOrder } from './payment-order';

const payee: Payee = {
  name: '广州市善行社会工作服务中心',
  account: '6222020200112233',
  bank: '中国工商银行广州番禺支行',
  bankCode: '102581000013',
};

const order: PaymentOrder = {
  paymentId: '0192aaaa-0000-7000-8000-000000000001',
  trancheId: '0192aaaa-0000-7000-8000-000000000002',
  contractId: '0192aaaa-0000-7000-8000-000000000003',
  partyId: '0192aaaa-0000-7000-8000-000000000004',
  parts: [
    { fundId: '0192aaaa-0000-7000-8000-000000000005', amountFen: 100n },
    { fundId: '0192aaaa-0000-7000-8000-000000000006', amountFen: 23n },
  ],
  payeeDigest: digestOfPayee(payee),
};

describe('digestOfPayee', () => {
  it('gives the same digest for the same payee, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(payee).reverse()) as unknown as Payee;
    expect(digestOfPayee(turned)).toBe(digestOfPayee(payee));
  });

  it.each(['name', 'account', 'bank', 'bankCode'] as const)(
    'gives another digest when the %s is another',
    (field) => {
      expect(digestOfPayee({ ...payee, [field]: `${payee[field]}1` })).not.toBe(
        digestOfPayee(payee),
      );
    },
  );
});

describe('orderText', () => {
  it('gives canonical JSON with the whole amount and the parts of the funds in fen', () => {
    const read = JSON.parse(orderText(order)) as Record<string, unknown>;
    expect(read).toMatchObject({ amountFen: '123', currency: 'CNY', trancheId: order.trancheId });
    expect(Object.keys(read)).toEqual(Object.keys(read).sort());
  });

  it.each([
    ['amount', { parts: [{ fundId: order.parts[0]!.fundId, amountFen: 124n }] }],
    ['fund', { parts: order.parts.map((part) => ({ ...part, fundId: order.partyId })) }],
    ['payee', { payeeDigest: sha256Hex('another') }],
    ['tranche', { trancheId: order.contractId }],
    ['payment', { paymentId: order.contractId }],
  ])('gives another text for another %s', (_, change) => {
    expect(orderText({ ...order, ...change })).not.toBe(orderText(order));
  });
});
