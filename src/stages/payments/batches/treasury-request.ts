import { digestOf } from '../../../platform/crypto/digest';
import { printAmount, type Fen } from '../../../kernel/money';
import type { FundPart } from '../fund-parts';

/** What one line of a request needs to know of its payment. */
export interface PaymentToSend {
  readonly lineNo: number;
  readonly id: string;
  readonly projectId: string;
  readonly amountFen: Fen;
  readonly parts: readonly FundPart[];
  readonly payee: { name: string; account: string; bank: string; bankCode: string };
  readonly approvedDigest: string;
}

/** A fund as the treasury knows it. */
export interface PayingFund {
  readonly id: string;
  readonly code: string;
  readonly source: string;
}

/** An amount that a fund bears. */
export type RequestFund = {
  readonly fund: string;
  readonly source: string;
  readonly amount: string;
};

/** One line: pay this to that account out of these funds. */
export type RequestLine = {
  readonly no: number;
  readonly paymentId: string;
  readonly projectId: string;
  readonly amount: string;
  readonly payee: PaymentToSend['payee'];
  readonly funds: readonly RequestFund[];
  readonly approvedDigest: string;
};

/** The request list 支付申请清单 for the treasury's centralized payment 国库集中支付. */
export type TreasuryRequest = {
  readonly schema: 'yichuang/treasury-request/1';
  readonly batchId: string;
  readonly unitId: string;
  readonly currency: 'CNY';
  readonly totals: {
    readonly count: number;
    readonly amount: string;
    readonly byFund: readonly RequestFund[];
  };
  readonly lines: readonly RequestLine[];
};

/**
 * Makes the request list of a batch: its lines in order, with the totals in all and by fund, so that the treasury can check what
 * it got.
 * @throws RangeError when a payment names a fund that is not given
 */
export function treasuryRequest(
  batch: { readonly id: string; readonly unitId: string },
  payments: readonly PaymentToSend[],
  funds: readonly PayingFund[],
): TreasuryRequest {
  const lines = [...payments].sort((a, b) => a.lineNo - b.lineNo);
  const byFund = funds.map(({ id }) => ({
    fundId: id,
    amountFen: sumOf(lines.flatMap(({ parts }) => parts).filter(({ fundId }) => fundId === id)),
  }));
  return {
    schema: 'yichuang/treasury-request/1',
    batchId: batch.id,
    unitId: batch.unitId,
    currency: 'CNY',
    totals: {
      count: lines.length,
      amount: printAmount(sumOf(lines)),
      byFund: printFunds(byFund, funds),
    },
    lines: lines.map((payment) => ({
      no: payment.lineNo,
      paymentId: payment.id,
      projectId: payment.projectId,
      amount: printAmount(payment.amountFen),
      payee: payment.payee,
      funds: printFunds(payment.parts, funds),
      approvedDigest: payment.approvedDigest,
    })),
  };
}

/** SHA-256 of the request list as canonical JSON. */
export function digestOfRequest(request: TreasuryRequest): string {
  return digestOf(request);
}

function sumOf(amounts: readonly { readonly amountFen: Fen }[]): Fen {
  return amounts.reduce((total, { amountFen }) => total + amountFen, 0n);
}

function printFunds(parts: readonly FundPart[], funds: readonly PayingFund[]): RequestFund[] {
  return parts
    .filter(({ amountFen }) => amountFen > 0n)
    .map(({ fundId, amountFen }) => {
      const fund = funds.find(({ id }) => id === fundId);
      if (fund === undefined) throw new RangeError(`fund ${fundId} is not given`);
      return { fund: fund.code, source: fund.source, amount: printAmount(amountFen) };
    });
}
