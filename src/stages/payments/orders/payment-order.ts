import { digestOf } from '../../../platform/crypto/digest';
import { canonicalJson } from '../../../platform/record/canonical-json';
import type { FundPart } from '../fund-parts';

/** The account that is paid, as it was verified. */
export interface Payee {
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly bankCode: string;
}

/** What the checker approves and the treasury is asked to do. */
export interface PaymentOrder {
  readonly paymentId: string;
  readonly trancheId: string;
  readonly contractId: string;
  readonly partyId: string;
  readonly parts: readonly FundPart[];
  readonly payeeDigest: string;
}

/** The digest of a payee: another name, account or bank gives another one. */
export function digestOfPayee({ name, account, bank, bankCode }: Payee): string {
  return digestOf({ name, account, bank, bankCode });
}

/**
 * The order as canonical JSON (RFC 8785), amounts in fen as text. Its digest is what is approved, and what is sent must have
 * the same: the text holds everything that decides who gets how much, for what, and out of which fund.
 * @source OWASP Transaction Authorization Cheat Sheet: the approval binds to the data
 */
export function orderText(order: PaymentOrder): string {
  const { parts, ...rest } = order;
  const amountFen = parts.reduce((total, part) => total + part.amountFen, 0n);
  return canonicalJson({
    ...rest,
    currency: 'CNY',
    amountFen: amountFen.toString(),
    parts: parts.map((part) => ({ fundId: part.fundId, amountFen: part.amountFen.toString() })),
  });
}
