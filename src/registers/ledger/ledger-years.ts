import { Injectable } from '@nestjs/common';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import type { LedgerAct } from './ledger-moves';
import { LedgerRepository, type YearAmount } from './ledger.repository';
import { carryingActs, TransferPosting, type Cause } from './transfer-posting';

/** A year of a fund that is closed. */
export interface YearPosting {
  readonly fundId: string;
  readonly year: number;
  readonly cause: Cause;
}

/** Money of an award that goes on into the next year, as it stands there. */
export interface CarriedMoney {
  readonly roundId: string;
  readonly awardId: string;
  readonly kind: 'reserved' | 'committed' | 'due';
  readonly amountFen: Fen;
}

/** What became of the money of a closed year. */
export interface ClosedYear {
  readonly lapsedFen: Fen;
  readonly carried: readonly CarriedMoney[];
}

type UnspentKind = 'fund' | 'available' | 'reserved' | 'committed' | 'due';

const closingActs: Readonly<Record<UnspentKind, LedgerAct>> = {
  fund: 'lapseFund',
  available: 'lapsePot',
  reserved: 'carryReserved',
  committed: 'carryCommitted',
  due: 'carryDue',
};

/** The budget years of funds: what each came to, and how one is closed. */
@Injectable()
export class LedgerYears {
  constructor(
    private readonly repository: LedgerRepository,
    private readonly posting: TransferPosting,
  ) {}

  /**
   * Closes a budget year: what is in the fund or in a pot goes back to the source; what is reserved, committed or due goes on, award
   * by award, into the next year.
   */
  async closeYear(ctx: Context, { fundId, year, cause }: YearPosting): Promise<ClosedYear> {
    await this.repository.lockBook(ctx, fundId);
    for (const roundId of await this.repository.roundsOf(ctx, fundId)) {
      await this.repository.lockBook(ctx, roundId);
    }
    const carried: CarriedMoney[] = [];
    let lapsedFen = 0n;
    for (const account of await this.repository.unspentOf(ctx, fundId, year)) {
      const { kind, roundId, awardId, balanceFen: amountFen } = account;
      const act = closingActs[kind as UnspentKind];
      const part = { act, fundId, roundId, awardId, amountFen, year: null, unitPath: null };
      await this.posting.post(ctx, { ...part, cause, ofYear: year });
      if (!carryingActs.has(act)) lapsedFen += amountFen;
      else {
        const carriedKind = kind as CarriedMoney['kind'];
        carried.push({ roundId: roundId!, awardId: awardId!, kind: carriedKind, amountFen });
      }
    }
    return { lapsedFen, carried };
  }

  /** Of each fund and budget year: what came in, what it holds by kind of account, and what left it. */
  async years(ctx: Context, fundIds: readonly string[]): Promise<YearAmount[]> {
    return [
      ...(await this.repository.yearFlows(ctx, fundIds)),
      ...(await this.repository.yearBalances(ctx, fundIds)),
    ];
  }

  /** The last closed year of each fund that has one. Years are closed in order. */
  async lastClosed(ctx: Context, fundIds: readonly string[]): Promise<Map<string, number>> {
    return this.repository.lastClosedYears(ctx, fundIds);
  }
}
