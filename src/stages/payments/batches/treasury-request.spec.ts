import { digestOfRequest, treasuryRequest, type PaymentToSend } from './treasury-request';

const batch = { id: 'batch-1', unitId: 'unit-1' };
const funds = [
  { id: 'f1', code: 'lottery', source: 'welfare-lottery' },
  { id: 'f2', code: 'fiscal', source: 'fiscal' },
];
const payee = {
  name: '善行中心',
  account: '62220202',
  bank: '工行番禺支行',
  bankCode: '102581000013',
};

const payment = (lineNo: number, lotteryFen: bigint, fiscalFen: bigint): PaymentToSend => ({
  lineNo,
  id: `payment-${lineNo}`,
  projectId: `project-${lineNo}`,
  amountFen: lotteryFen + fiscalFen,
  parts: [
    { fundId: 'f1', amountFen: lotteryFen },
    { fundId: 'f2', amountFen: fiscalFen },
  ],
  payee,
  approvedDigest: 'a'.repeat(64),
});

describe('treasuryRequest', () => {
  it('gives the lines in order with totals in all and by fund', () => {
    const { totals, lines } = treasuryRequest(
      batch,
      [payment(3, 150n, 50n), payment(1, 1n, 2n)],
      funds,
    );
    expect(lines.map(({ no, amount }) => [no, amount])).toEqual([
      [1, '0.03'],
      [3, '2.00'],
    ]);
    expect(totals).toEqual({
      count: 2,
      amount: '2.03',
      byFund: [
        { fund: 'lottery', source: 'welfare-lottery', amount: '1.51' },
        { fund: 'fiscal', source: 'fiscal', amount: '0.52' },
      ],
    });
  });

  it('leaves out a fund that bears nothing', () => {
    const { totals, lines } = treasuryRequest(batch, [payment(1, 100n, 0n)], funds);
    expect(totals.byFund.map(({ fund }) => fund)).toEqual(['lottery']);
    expect(lines[0]!.funds.map(({ fund }) => fund)).toEqual(['lottery']);
  });

  it('refuses a payment out of a fund that is not given', () => {
    expect(() => treasuryRequest(batch, [payment(1, 1n, 1n)], [])).toThrow(RangeError);
  });
});

describe('digestOfRequest', () => {
  it('gives another digest when one account is another', () => {
    const request = treasuryRequest(batch, [payment(1, 100n, 0n)], funds);
    const turned = treasuryRequest(
      batch,
      [{ ...payment(1, 100n, 0n), payee: { ...payee, account: '62220203' } }],
      funds,
    );
    expect(digestOfRequest(turned)).not.toBe(digestOfRequest(request));
    expect(digestOfRequest(request)).toMatch(/^[0-9a-f]{64}$/);
  });
});
