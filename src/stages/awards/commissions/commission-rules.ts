import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import { parseAmount, printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Credit } from '../../../registers/credit';
import { commissionDraws } from '../../../rules';
import { isAtOrPast, Rounds, type Round } from '../../rounds';
import { AwardMoney, drawsOnFunds } from '../award-money';
import type { AwardEntity } from '../award.entity';
import { refuseAwards } from '../award.refusals';

/** Which funds pay a commission, and why they can. */
export type CommissionDraws = Pick<AwardEntity, 'draws' | 'explanation'>;

/** What a directed commission has to keep to, when it is proposed and again when it is approved. */
@Injectable()
export class CommissionRules {
  constructor(
    private readonly rounds: Rounds,
    private readonly money: AwardMoney,
    private readonly credit: Credit,
  ) {}

  /**
   * Which funds pay the commission now.
   * @throws AWARDS.ROUND_NOT_OPEN, AWARDS.PARTY_SANCTIONED, AWARDS.ABOVE_BUDGET
   */
  async drawsFor(ctx: Context, round: Round, award: AwardEntity): Promise<CommissionDraws> {
    if (round.state === 'draft' || round.state === 'cancelled') {
      throw refuseAwards('AWARDS.ROUND_NOT_OPEN', { state: round.state });
    }
    const sanctions = await this.credit.activeSanctions(ctx, award.partyId, dayOf(await ctx.now()));
    if (sanctions.length > 0) throw refuseAwards('AWARDS.PARTY_SANCTIONED');
    const pots = await this.money.potsLeft(ctx, round, award.id);
    const paid = commissionDraws(pots, award.amountFen);
    if (paid === null) {
      const leftFen = pots.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
      throw refuseAwards(
        'AWARDS.ABOVE_BUDGET',
        { amount: printAmount(award.amountFen), left: printAmount(leftFen) },
        '/amount',
      );
    }
    return { draws: drawsOnFunds(round, paid.draws), explanation: paid.explanation };
  }

  /**
   * Passes when the money of the round's call is no longer promised to its bidders: the awards of every lot are approved, or
   * it failed.
   * @throws AWARDS.COMPETITION_UNDECIDED
   */
  async requireDecided(ctx: Context, round: Round): Promise<void> {
    const lots = await this.rounds.lotsOf(ctx, round.id);
    if (lots.every(({ state }) => isAtOrPast(state, 'approved'))) return;
    throw refuseAwards('AWARDS.COMPETITION_UNDECIDED');
  }
}
