import { Injectable } from '@nestjs/common';
import type { Act } from '../../access/access-table';
import { isAtOrAbove } from '../../access/decide';
import type { Context } from '../../platform/database/context';
import { Funds } from '../../registers/funds';
import { Ledger } from '../../registers/ledger';
import type { AwardEntity } from './award.entity';
import { refuseAwards } from './award.refusals';
import { readDraws } from './stored-draw';

/** The money of awards beyond the pots: whoever approves them takes it out of the fund behind the last pot that pays. */
@Injectable()
export class OverrunMoney {
  constructor(
    private readonly funds: Funds,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Fund → available, for what the awards draw beyond the pots; called before any of their money is reserved.
   * @param act by which they are approved
   * @throws AWARDS.FUND_BEYOND_REACH, LEDGER.INSUFFICIENT
   */
  async fetch(ctx: Context, act: Act, awards: readonly AwardEntity[]): Promise<void> {
    for (const { roundId, unitPath, draws } of awards) {
      for (const { fundId, amountFen, isBeyondPots } of readDraws(draws)) {
        if (isBeyondPots !== true) continue;
        await this.requireOverFund(ctx, act, fundId);
        await this.ledger.openRound(ctx, { roundId, unitPath, fundId, amountFen });
      }
    }
  }

  /** More of a fund's money is set aside than its pot says: its own unit has to have a say in that. */
  private async requireOverFund(ctx: Context, act: Act, fundId: string): Promise<void> {
    const fund = await this.funds.get(ctx, fundId);
    const { unitPaths } = ctx.reach(act);
    if (unitPaths.some((path) => isAtOrAbove(path, fund.unitPath))) return;
    throw refuseAwards('AWARDS.FUND_BEYOND_REACH', { fund: fund.code });
  }
}
