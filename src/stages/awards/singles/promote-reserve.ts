import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { allocateAwards, rulesOfLot, type Allocation } from '../../../rules';
import { Rounds, type Lot, type Round } from '../../rounds';
import { AwardMoney, placementDraws } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { HELD, heldElsewhere, heldOf } from '../held-awards';

/**
 * When an award falls away, its place and its money go down the reserve by the same rule as before: its own category first, then
 * by rank over all, as far as places and money reach. Whoever comes up is approved and noticed like any other award.
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

  /** @param fallen of a lot that the caller has locked */
  async execute(ctx: Context, { roundId, lotId, category }: AwardEntity): Promise<void> {
    if (lotId === null) return;
    const round = await this.rounds.get(ctx, roundId);
    const lot = await this.rounds.lot(ctx, lotId);
    const awards = await this.repository.lockOfLot(ctx, lotId);
    const byId = new Map(awards.map((award) => [award.id, award]));
    const { placements } = await this.allocate(ctx, round, lot, awards, category);
    for (const placement of placements) {
      if (placement.outcome !== 'awarded') continue;
      const award = byId.get(placement.bidId)!;
      Object.assign(award, {
        amountFen: placement.amountFen,
        draws: placementDraws(round, placement),
        explanation: placement.explanation,
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

  /** The candidates go by the identifiers of their awards. */
  private async allocate(
    ctx: Context,
    round: Round,
    lot: Lot,
    awards: readonly AwardEntity[],
    category: string | null,
  ): Promise<Allocation> {
    const reserve = awards.filter(({ state }) => state === 'reserve');
    const standing = await this.repository.ofRound(ctx, round.id, HELD);
    return allocateAwards(
      rulesOfLot(round.ruleSet, lot.code),
      await this.money.potsLeft(ctx, round),
      reserve.map(({ id: bidId, rank, category: own, amountFen, partyId: organization }) => ({
        ...{ bidId, rank: rank!, category: own, amountFen, organization },
      })),
      { held: heldOf(awards), elsewhere: heldElsewhere(standing, lot.id), category },
    );
  }
}
