import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { MAX_FEN, printAmount, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { LedgerRepository, type AccountKey, type KindBalance } from './ledger.repository';
import { ledgerMoves, type LedgerAct } from './ledger-moves';
import { refuseLedger } from './ledger.refusals';

/** Why money moved: the thing that was decided. */
export interface Cause {
  readonly kind: string;
  readonly id: string;
}

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
  readonly returnedFen: Fen;
}

/** A transfer about to be posted. */
interface Posting {
  readonly act: LedgerAct;
  readonly fundId: string;
  readonly roundId: string | null;
  readonly awardId: string | null;
  readonly amountFen: Fen;
  readonly year: number | null;
  readonly cause: Cause;
  /** The unit of an account that has to be opened; without it, that of the debited account. */
  readonly unitPath: string | null;
}

/**
 * The money, from a budget until it is paid or returned. Every method moves an amount above zero inside the caller's transaction and
 * throws LEDGER.INSUFFICIENT when the account it leaves does not have it.
 */
@Injectable()
export class Ledger {
  constructor(private readonly repository: LedgerRepository) {}

  /**
   * Source → fund: what a fund may spend grows.
   * @throws LEDGER.TOO_LARGE
   */
  async budget(ctx: Context, posting: BudgetPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.fundId);
    const key = { kind: 'source', fundId: posting.fundId, roundId: null, awardId: null } as const;
    const source =
      (await this.repository.find(ctx, key)) ??
      (await this.repository.open(ctx, key, posting.unitPath));
    if (posting.amountFen - source.balanceFen > MAX_FEN) throw refuseLedger('LEDGER.TOO_LARGE');
    await this.post(ctx, { ...posting, act: 'budget', roundId: null, awardId: null });
  }

  /**
   * Fund → available: what a round may award from a pot.
   * @throws LEDGER.INSUFFICIENT
   */
  async openRound(ctx: Context, posting: RoundPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.fundId);
    await this.repository.lockBook(ctx, posting.roundId);
    await this.post(ctx, {
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
      const amountFen = (await this.repository.find(ctx, pot))?.balanceFen ?? 0n;
      if (amountFen === 0n) continue;
      await this.post(ctx, {
        act: 'closeRound',
        fundId,
        roundId,
        awardId: null,
        amountFen,
        year: null,
        cause: { kind: 'round', id: roundId },
        unitPath: null,
      });
    }
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

  /** Paid → returned: unspent or reclaimed money came back. */
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

  private async postForAward(ctx: Context, act: LedgerAct, posting: AwardPosting): Promise<void> {
    await this.repository.lockBook(ctx, posting.roundId);
    await this.post(ctx, { ...posting, act, year: null, unitPath: null });
  }

  /** The book is locked: what is found here is what the database will find. */
  private async post(ctx: Context, posting: Posting): Promise<void> {
    const { act, amountFen, cause } = posting;
    if (amountFen <= 0n)
      throw new RangeError(`a transfer moves more than nothing, not ${amountFen}`);
    const debit = await this.repository.find(ctx, keyOf(posting, 'debit'));
    const missingFen = amountFen - (debit?.balanceFen ?? 0n);
    if (debit === null || (debit.kind !== 'source' && missingFen > 0n)) {
      throw refuseLedger('LEDGER.INSUFFICIENT', {
        account: ledgerMoves[act].debit,
        missing: printAmount(missingFen),
      });
    }
    const key = keyOf(posting, 'credit');
    const credit =
      (await this.repository.find(ctx, key)) ??
      (await this.repository.open(ctx, key, posting.unitPath ?? debit.unitPath));
    const transfer = {
      id: newId(),
      act,
      debitAccountId: debit.id,
      creditAccountId: credit.id,
      amountFen,
      year: posting.year,
      causeKind: cause.kind,
      causeId: cause.id,
      at: await ctx.now(),
    };
    await this.repository.insert(ctx, transfer);
    await recordTransfer(ctx, posting, transfer.id);
  }
}

type AwardKind = 'reserved' | 'committed' | 'due' | 'paid' | 'returned';

function keyOf({ act, fundId, roundId, awardId }: Posting, side: 'debit' | 'credit'): AccountKey {
  const kind = ledgerMoves[act][side];
  const isOfFund = kind === 'source' || kind === 'fund';
  return {
    kind,
    fundId,
    roundId: isOfFund ? null : roundId,
    awardId: isOfFund || kind === 'available' ? null : awardId,
  };
}

async function recordTransfer(ctx: Context, posting: Posting, id: string): Promise<void> {
  const { act, fundId, awardId, amountFen, cause, roundId } = posting;
  await ctx.record({
    name: 'ledger.transfer-posted',
    aggregate: { kind: 'ledgerTransfer', id, version: 1 },
    move: null,
    ...(roundId !== null && { roundId }),
    body: {
      act,
      fundId,
      awardId,
      amountFen: amountFen.toString(),
      cause: { kind: cause.kind, id: cause.id },
    },
    audience: {},
  });
}
