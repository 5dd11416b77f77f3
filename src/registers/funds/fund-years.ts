import { Injectable } from '@nestjs/common';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { LedgerYears } from '../ledger';

/** What came into a year and left it, and what it holds, by where it stands. */
export const yearFigures = [
  'budget',
  'carriedIn',
  'lapsed',
  'carriedOut',
  'fund',
  'available',
  'reserved',
  'committed',
  'due',
  'paid',
  'receivable',
  'returned',
] as const;
export type YearFigure = (typeof yearFigures)[number];

/** One budget year of a fund: budget + carriedIn − lapsed − carriedOut is what its accounts hold together. */
export interface FundYear {
  readonly fundId: string;
  readonly year: number;
  readonly isClosed: boolean;
  readonly fen: Readonly<Record<YearFigure, Fen>>;
}

/** The budget years of funds, as the ledger has them. */
@Injectable()
export class FundYears {
  constructor(private readonly ledger: LedgerYears) {}

  /** In the order of the years. */
  async of(ctx: Context, fundIds: readonly string[]): Promise<FundYear[]> {
    const amounts = await this.ledger.years(ctx, fundIds);
    const closed = await this.ledger.lastClosed(ctx, fundIds);
    const found: FundYear[] = [];
    for (const fundId of fundIds) {
      const own = amounts.filter((amount) => amount.fundId === fundId);
      const lastClosed = closed.get(fundId) ?? 0;
      for (const year of [...new Set(own.map((amount) => amount.year))].sort((a, b) => a - b)) {
        const ofYear = own.filter((amount) => amount.year === year);
        found.push({ fundId, year, isClosed: year <= lastClosed, fen: figuresOf(ofYear) });
      }
    }
    return found;
  }
}

function figuresOf(amounts: readonly { readonly what: string; readonly amountFen: Fen }[]) {
  const sum = (wanted: YearFigure) =>
    amounts.reduce((total, { what, amountFen }) => total + (what === wanted ? amountFen : 0n), 0n);
  return Object.fromEntries(yearFigures.map((figure) => [figure, sum(figure)])) as Record<
    YearFigure,
    Fen
  >;
}
