import { Injectable } from '@nestjs/common';
import type { Facts } from '../../../kernel/refusal';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Bids } from '../../bids';
import { Reviews } from '../../reviews';
import type { Lot } from '../../rounds';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';

/** The letters that tell each bidder its result with its own scores and the sum behind its award, and nobody else's. */
@Injectable()
export class ResultLetters {
  constructor(
    private readonly repository: AwardRepository,
    private readonly bids: Bids,
    private readonly reviews: Reviews,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** Writes to the people of every party whose bid was reviewed. */
  async send(ctx: Context, lot: Lot, awards: readonly AwardEntity[]): Promise<void> {
    const awardOf = new Map(awards.map((award) => [award.bidId, award]));
    const { bids: ranked } = await this.reviews.ranking(ctx, lot.id);
    const scoresOf = new Map(ranked.map((entry) => [entry.bidId, entry]));
    const sumOf = await this.sums(ctx, lot);
    for (const { bidId, partyId, title } of await this.bids.qualified(ctx, lot.id)) {
      const scores = scoresOf.get(bidId);
      if (scores === undefined) continue;
      const people = await this.people.holdersOf(ctx, 'applicant', partyId);
      const award = awardOf.get(bidId);
      const { wording, facts } = resultOf(award);
      const { mean: sheets, place } = scores.explanation;
      const sum = award?.reason ?? sumOf.get(bidId) ?? place.arithmetic;
      await this.inbox.write(
        ctx,
        people,
        wording,
        { kind: 'bid', id: bidId },
        { ...facts, title, score: scores.mean, sheets: sheets.arithmetic, sum },
      );
    }
  }

  /** Why each bid that passed was placed as it was, by bid, as the proposal in force says. */
  private async sums(ctx: Context, lot: Lot): Promise<ReadonlyMap<string, string>> {
    const document = await this.repository.documentOf(ctx, lot.id);
    const placements = document?.placements ?? [];
    return new Map(placements.map(({ bidId, explanation }) => [bidId, explanation.arithmetic]));
  }
}

/** One that is on its way up from the reserve is still on it as far as this letter goes. */
function resultOf(award: AwardEntity | undefined): { wording: string; facts: Facts } {
  switch (award?.state) {
    case 'confirmed':
      return {
        wording: awardWordings.resultFunded,
        facts: { rank: award.rank!, amount: printAmount(award.amountFen) },
      };
    case 'reserve':
    case 'proposed':
    case 'noticed':
      return { wording: awardWordings.resultReserve, facts: { rank: award.rank! } };
    default:
      return { wording: awardWordings.resultNotFunded, facts: {} };
  }
}
