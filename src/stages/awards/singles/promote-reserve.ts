import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { allocateAwards } from '../../../rules';
import { Rounds, type Lot } from '../../rounds';
import { AwardMoney, drawsOnFunds } from '../award-money';
import { AwardMoves } from '../award-moves';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';

/**
 * When an award falls away, the money that it sets free goes down the reserve by the same rule: in the order of rank, as far
 * as it reaches. Whoever comes up is approved and noticed like any other award.
 * @source 实施条例 art. 49: the next candidate in order
 */
@Injectable()
export class PromoteReserve {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: AwardRepository,
    private readonly money: AwardMoney,
    private readonly moves: AwardMoves,
    private readonly inbox: Inbox,
  ) {}

  /** @param lot locked by the caller */
  async execute(ctx: Context, lot: Lot): Promise<void> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const reserve = (await this.repository.lockOfLot(ctx, lot.id)).filter(
      ({ state }) => state === 'reserve',
    );
    const { placements } = allocateAwards(
      round.ruleSet.award,
      await this.money.potsLeft(ctx, round),
      reserve.map(({ id, rank, amountFen }) => ({ bidId: id, rank: rank!, amountFen })),
    );
    for (const { bidId: awardId, outcome, draws, explanation } of placements) {
      if (outcome !== 'awarded') continue;
      const award = reserve.find(({ id }) => id === awardId)!;
      Object.assign(award, {
        draws: drawsOnFunds(round, draws),
        explanation,
        hasOwnNotice: true,
      });
      await this.moves.move(ctx, award, 'propose');
      await this.inbox.open(ctx, {
        kind: awardWordings.approveSingle,
        subject: { kind: 'award', id: award.id },
        to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
        facts: { title: award.title, amount: printAmount(award.amountFen) },
      });
    }
  }
}
