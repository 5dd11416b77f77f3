import { Injectable } from '@nestjs/common';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Clocks } from '../../registers/clocks';
import { Ledger } from '../../registers/ledger';
import { Processes } from '../../registers/processes';
import { RoundRepository } from './round.repository';

/** The clock of the time for which a round keeps, after its end, what was not awarded. */
export const MONEY_RETURNS = 'round.moneyReturns';

/**
 * Gives back to the funds what a round does not need any more.
 * @source domain.md 2.4: a failed round may be turned into a directed commission; 2.11: unspent money back to its source
 */
@Injectable()
export class ReturnMoney {
  constructor(
    private readonly repository: RoundRepository,
    private readonly ledger: Ledger,
    private readonly clocks: Clocks,
    private readonly processes: Processes,
  ) {}

  /**
   * Once a round has ended and the time for commissioning what is left is over: all of it goes back, and the process ends.
   * @param isWaitedFor whether a commission is proposed that nobody has decided on; its money is not taken from under it
   * @returns whether the money has gone back
   */
  async whenDue(ctx: Context, roundId: string, isWaitedFor: boolean): Promise<boolean> {
    const round = requireFound(await this.repository.lock(ctx, roundId));
    if (round.moneyReturnedAt !== null) return true;
    if (round.state !== 'ended' || isWaitedFor) return false;
    if (!(await this.clocks.hasPassed(ctx, MONEY_RETURNS, roundId))) return false;
    round.moneyReturnedAt = await ctx.now();
    await this.ledger.closeRound(ctx, roundId);
    round.version += 1;
    await this.repository.update(ctx, round);
    await ctx.record({
      name: 'rounds.money-returned',
      aggregate: { kind: 'round', id: roundId, version: round.version },
      move: null,
      roundId,
      body: {},
      audience: { unitPaths: [round.unitPath] },
    });
    await this.processes.end(ctx, { kind: 'round', id: roundId });
    return true;
  }

  /** What a project or a commission set free after that goes back as well; before, it stays with the round. */
  async whatFellFree(ctx: Context, roundId: string): Promise<void> {
    const round = requireFound(await this.repository.find(ctx, roundId));
    const hasGoneBack = round.moneyReturnedAt !== null || round.state === 'cancelled';
    if (hasGoneBack) await this.ledger.closeRound(ctx, roundId);
  }

  /**
   * An amendment makes a contract grow after the round's money has gone back: what is needed comes out of the fund again.
   * @throws LEDGER.INSUFFICIENT
   */
  async fetchBack(ctx: Context, roundId: string, fundId: string, neededFen: Fen): Promise<void> {
    const { moneyReturnedAt, unitPath } = requireFound(await this.repository.find(ctx, roundId));
    if (moneyReturnedAt === null) return;
    const balances = await this.ledger.balances(ctx, { roundId });
    const left = balances.find(({ kind, ...of }) => kind === 'available' && of.fundId === fundId);
    const amountFen = neededFen - (left?.balanceFen ?? 0n);
    if (amountFen > 0n) {
      await this.ledger.openRound(ctx, { roundId, unitPath, fundId, amountFen });
    }
  }
}
