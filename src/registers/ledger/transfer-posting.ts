import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { printAmount, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import type { LedgerAccountEntity } from './ledger-account.entity';
import { ledgerMoves, type LedgerAct } from './ledger-moves';
import { refuseLedger } from './ledger.refusals';
import { LedgerRepository, type AccountKey } from './ledger.repository';

/** Why money moved: the thing that was decided. */
export interface Cause {
  readonly kind: string;
  readonly id: string;
}

/** A transfer about to be posted. */
export interface Posting {
  readonly act: LedgerAct;
  readonly fundId: string;
  readonly roundId: string | null;
  readonly awardId: string | null;
  readonly amountFen: Fen;
  readonly year: number | null;
  readonly cause: Cause;
  /** The unit of an account that has to be opened; without it, that of the debited account. */
  readonly unitPath: string | null;
  /** Where only money of one year is meant. */
  readonly ofYear?: number | null;
}

/** Posts transfers. Whoever calls it has locked the books, so what is found here is what the database will find. */
@Injectable()
export class TransferPosting {
  constructor(private readonly repository: LedgerRepository) {}

  /**
   * Moves an amount; money of the oldest budget year goes first.
   * @returns what was taken out of which account
   * @throws LEDGER.INSUFFICIENT
   */
  async post(ctx: Context, posting: Posting): Promise<TakenPart[]> {
    const { act, amountFen, ofYear } = posting;
    if (amountFen <= 0n)
      throw new RangeError(`a transfer moves more than nothing, not ${amountFen}`);
    const found = await this.repository.find(ctx, keyOf(posting, 'debit'));
    const debits = found.filter(({ year }) => ofYear === undefined || year === ofYear);
    const missingFen = amountFen - heldBy(debits);
    if (debits.length === 0 || (act !== 'budget' && missingFen > 0n)) {
      throw refuseLedger('LEDGER.INSUFFICIENT', {
        account: ledgerMoves[act].debit,
        missing: printAmount(missingFen),
      });
    }
    const taken = act === 'budget' ? [{ account: debits[0]!, amountFen }] : take(amountFen, debits);
    for (const part of taken) await this.transfer(ctx, posting, part);
    return taken;
  }

  private async transfer(
    ctx: Context,
    posting: Posting,
    { account: debit, amountFen }: TakenPart,
  ): Promise<void> {
    const { act, cause } = posting;
    const key = keyOf(posting, 'credit');
    const year = await this.yearAfter(ctx, posting, debit);
    const credit =
      (await this.repository.find(ctx, key)).find((account) => account.year === year) ??
      (await this.repository.open(ctx, key, year, posting.unitPath ?? debit.unitPath));
    const transfer = {
      id: newId(),
      act,
      debitAccountId: debit.id,
      creditAccountId: credit.id,
      amountFen,
      year: act === 'budget' ? year : null,
      causeKind: cause.kind,
      causeId: cause.id,
      at: await ctx.now(),
    };
    await this.repository.insert(ctx, transfer);
    await recordTransfer(ctx, { ...posting, amountFen }, transfer.id);
  }

  /** The budget year that money is of where it arrives. */
  private async yearAfter(
    ctx: Context,
    { act, year, fundId }: Posting,
    debit: LedgerAccountEntity,
  ): Promise<number | null> {
    if (act === 'budget') return year;
    if (ledgerMoves[act].credit === 'source') return null;
    if (carryingActs.has(act)) return debit.year! + 1;
    if (act !== 'unpay') return debit.year;
    // What comes back after its year was closed is due in the year that follows.
    const closed = (await this.repository.lastClosedYears(ctx, [fundId])).get(fundId) ?? 0;
    return closed >= debit.year! ? closed + 1 : debit.year;
  }
}

/** What a posting takes out of one account. */
export interface TakenPart {
  readonly account: LedgerAccountEntity;
  readonly amountFen: Fen;
}

/** What goes on into the next year. */
export const carryingActs: ReadonlySet<LedgerAct> = new Set([
  'carryReserved',
  'carryCommitted',
  'carryDue',
]);

/** What accounts hold together, in fen. */
export function heldBy(accounts: readonly LedgerAccountEntity[]): Fen {
  return accounts.reduce((sum, { balanceFen }) => sum + balanceFen, 0n);
}

/** Takes an amount out of accounts that hold enough, in their order. */
function take(amountFen: Fen, accounts: readonly LedgerAccountEntity[]): TakenPart[] {
  let leftFen = amountFen;
  return accounts.flatMap((account) => {
    const partFen = account.balanceFen < leftFen ? account.balanceFen : leftFen;
    leftFen -= partFen;
    return partFen > 0n ? [{ account, amountFen: partFen }] : [];
  });
}

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
