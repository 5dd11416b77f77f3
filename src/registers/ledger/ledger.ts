import { Injectable } from '@nestjs/common';
import { MAX_FEN, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { ledgerMoves, type LedgerAct } from './ledger-moves';
import { refuseLedger } from './ledger.refusals';
import { LedgerRepository, type KindBalance } from './ledger.repository';
import { heldBy, TransferPosting, type Cause, type TakenPart } from './transfer-posting';

/** Money that a fund gets for a year. */
export interface BudgetPosting {
  readonly fundId: string;
  /** The unit whose fund it is. */
  readonly unitPath: string;
  readonly year: number;
  readonly amountFen: Fen;
  readonly cause: Cause;
}

/** Money that a round gets from a fund, into the pot. */
export interface RoundPosting {
  readonly roundId: string;
  /** The unit whose round it is. */
  readonly unitPath: string;
  readonly fundId: string;
  readonly amountFen: Fen;
}

/** Money of an award on its way: from one fund, in one round. */
export interface AwardPosting {
  readonly fundId: string;
  readonly roundId: string;
  readonly awardId: string;
  readonly amountFen: Fen;
  readonly cause: Cause;
}

/** Where the money of an award stands in one fund. */
export interface AwardBalance {
  readonly fundId: string;
  readonly reservedFen: Fen;
  readonly committedFen: Fen;
  readonly dueFen: Fen;
  readonly paidFen: Fen;
  readonly receivableFen: Fen;
  readonly returnedFen: Fen;
}

/**
 * The money, from a budget until it is paid or returned. Every method moves an amount above zero inside the caller's transaction and
 * throws LEDGER.INSUFFICIENT when the account it leaves does not have it.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly repository: LedgerRepository,
    private readonly posting: TransferPosting,
  ) {}

  /**
   * Source → fund: what a fund may spend grows.
   * @throws LEDGER.TOO_LARGE
   */
  async budget(ctx: Context, posting: BudgetPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.fundId);
    const key = { kind: 'source', fundId: posting.fundId, roundId: null, awardId: null } as const;
    const [found] = await this.repository.find(ctx, key);
    const source = found ?? (await this.repository.open(ctx, key, null, posting.unitPath));
    if (posting.amountFen - source.balanceFen > MAX_FEN) throw refuseLedger('LEDGER.TOO_LARGE');
    await this.posting.post(ctx, { ...posting, act: 'budget', roundId: null, awardId: null });
  }

  /**
   * Fund → available: what a round may award from a pot.
   * @throws LEDGER.INSUFFICIENT
   */
  async openRound(ctx: Context, posting: RoundPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.fundId);
    await this.repository.lockBook(ctx, posting.roundId);
    await this.posting.post(ctx, {
      ...posting,
      act: 'openRound',
      awardId: null,
      year: null,
      cause: { kind: 'round', id: posting.roundId },
    });
  }

  /** Available → fund: what a round has not awarded goes back, from every pot. */
  async closeRound(ctx: Context, roundId: string): Promise<void> {
    const pots = (await this.balances(ctx, { roundId })).filter(({ kind }) => kind === 'available');
    for (const { fundId } of pots) await this.repository.lockBook(ctx, fundId);
    await this.repository.lockBook(ctx, roundId);
    for (const { fundId } of pots) {
      const pot = { kind: 'available', fundId, roundId, awardId: null } as const;
      const amountFen = heldBy(await this.repository.find(ctx, pot));
      if (amountFen > 0n) await this.postBack(ctx, { fundId, roundId, amountFen });
    }
  }

  /**
   * Available → fund: a part that a round got beyond its pots and does not award after all.
   * @throws LEDGER.INSUFFICIENT
   */
  async narrowRound(ctx: Context, part: Omit<RoundPosting, 'unitPath'>): Promise<void> {
    await this.repository.lockBook(ctx, part.fundId);
    await this.repository.lockBook(ctx, part.roundId);
    await this.postBack(ctx, part);
  }

  /** Available → reserved: an award is approved. */
  async reserve(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'reserve', posting);
  }

  /** Reserved → available: an award is declined or revoked. */
  async unreserve(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'unreserve', posting);
  }

  /** Reserved → committed: the contract is in force. */
  async commit(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'commit', posting);
  }

  /** Committed → available: what a contract no longer pays. */
  async uncommit(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'uncommit', posting);
  }

  /** Committed → due: a tranche's trigger holds. */
  async makeDue(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'makeDue', posting);
  }

  /** Due → available: what was due is not paid after all. */
  async undue(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'undue', posting);
  }

  /** Due → paid: the money has left. */
  async pay(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'pay', posting);
  }

  /** Paid → due: the bank sent a payment back. */
  async unpay(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'unpay', posting);
  }

  /** Paid → receivable: money is asked back of the party. */
  async claimBack(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'claimBack', posting);
  }

  /** Receivable → returned: what was asked back has come, to the fund that it was paid from. */
  async giveBack(ctx: Context, posting: AwardPosting): Promise<void> {
    await this.postForAward(ctx, 'giveBack', posting);
  }

  /** What a round holds, by fund and kind. */
  async balances(ctx: Context, of: { readonly roundId: string }): Promise<KindBalance[]> {
    return this.repository.balances(ctx, of);
  }

  /** Where the money of an award stands, per fund. */
  async awardBalances(ctx: Context, awardId: string): Promise<AwardBalance[]> {
    const rows = await this.repository.balances(ctx, { awardId });
    return [...new Set(rows.map(({ fundId }) => fundId))].map((fundId) => {
      const of = (wanted: AwardKind) =>
        rows.find((row) => row.fundId === fundId && row.kind === wanted)?.balanceFen ?? 0n;
      return {
        fundId,
        reservedFen: of('reserved'),
        committedFen: of('committed'),
        dueFen: of('due'),
        paidFen: of('paid'),
        receivableFen: of('receivable'),
        returnedFen: of('returned'),
      };
    });
  }

  /** What some funds hold that no round has got; a fund without a budget is left out. */
  async unallocated(ctx: Context, fundIds: readonly string[]): Promise<Map<string, Fen>> {
    const rows = await this.repository.balances(ctx, { fundIds });
    const inFund = rows.filter(({ kind }) => kind === 'fund');
    return new Map(inFund.map(({ fundId, balanceFen }) => [fundId, balanceFen]));
  }

  private async postBack(ctx: Context, part: Omit<RoundPosting, 'unitPath'>): Promise<void> {
    await this.posting.post(ctx, {
      ...part,
      act: 'closeRound',
      awardId: null,
      year: null,
      cause: { kind: 'round', id: part.roundId },
      unitPath: null,
    });
  }

  private async postForAward(ctx: Context, act: LedgerAct, posting: AwardPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.roundId);
    const taken = await this.posting.post(ctx, { ...posting, act, year: null, unitPath: null });
    if (ledgerMoves[act].credit === 'available') await this.lapseCarried(ctx, posting, taken);
  }

  /** What was carried over for one award and falls free is for no other: it goes back to its source at once. */
  private async lapseCarried(
    ctx: Context,
    posting: AwardPosting,
    taken: readonly TakenPart[],
  ): Promise<void> {
    for (const { account, amountFen } of taken) {
      if (!(await this.repository.wasCarriedOver(ctx, account))) continue;
      const { year } = account;
      const part = { ...posting, awardId: null, amountFen, year, unitPath: null };
      await this.posting.post(ctx, { ...part, act: 'lapsePot', ofYear: year });
    }
  }
}

type AwardKind = 'reserved' | 'committed' | 'due' | 'paid' | 'receivable' | 'returned';
