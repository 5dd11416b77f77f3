import type { Fen } from '../kernel/money';
import type { ProjectMoney } from './project-money';

/** A bid at its award: its money as it asked for it, and what is known only now. What is not known yet is left out. */
export interface AwardedBid extends ProjectMoney {
  /** In its lot, from 1. */
  readonly rank?: number;
  /** Among the bids of its category, from 1. */
  readonly rankInCategory?: number;
  /** All gifts for it that count; 0 when it is known that there are none. */
  readonly giftsFen?: Fen;
  /** What the panel approved. */
  readonly approved?: ApprovedAmount;
  /** The budget as an audit found it. */
  readonly auditedBudgetFen?: Fen;
  /** What was settled when the project had been put right. */
  readonly settledFen?: Fen;
}

/** What a panel approves of a budget: an amount, or amounts by the codes of the lines, where one not named is not approved. */
export type ApprovedAmount =
  { readonly wholeFen: Fen } | { readonly lines: ReadonlyMap<string, Fen> };

/** What an award can wait for. */
export type AwaitedFact =
  'rank' | 'rank-in-category' | 'gifts' | 'panel-approval' | 'audited-budget' | 'settled-amount';
