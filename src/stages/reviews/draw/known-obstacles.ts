import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Experts } from '../../../registers/experts';
import { People } from '../../../registers/people';
import { Bids } from '../../bids';
import type { Round } from '../../rounds';
import { SeatRepository } from '../seats/seat.repository';
import { tiesCountFrom, type AvailableExpert, type Obstacles } from './eligibility';

/** Duties that would have their holder judge what they run, watch or ask for. */
const OFFICIAL_DUTIES = ['organizer', 'approver', 'supervisor'] as const;

/** What the registers know that keeps experts out of a panel. */
@Injectable()
export class KnownObstacles {
  constructor(
    private readonly experts: Experts,
    private readonly people: People,
    private readonly bids: Bids,
    private readonly seats: SeatRepository,
  ) {}

  /** Everything that stands against these experts' sitting on a panel of the lot. */
  async forPanel(
    ctx: Context,
    round: Round,
    lotId: string,
    experts: readonly AvailableExpert[],
  ): Promise<Obstacles> {
    const bidders = await this.biddersOf(ctx, lotId);
    const seats = await this.seats.ofLot(ctx, lotId);
    return {
      ties: await this.ties(
        ctx,
        experts.map(({ expertId }) => expertId),
        bidders,
      ),
      personsWithDuty: await this.personsWithDuty(ctx, round),
      served: new Set(seats.map(({ expertId }) => expertId)),
    };
  }

  /** The ties that count between experts and parties today. */
  async ties(
    ctx: Context,
    expertIds: readonly string[],
    partyIds: readonly string[],
  ): Promise<Obstacles['ties']> {
    const since = tiesCountFrom(dayOf(await ctx.now()));
    return this.experts.tiesWith(ctx, expertIds, partyIds, since);
  }

  /** Every party that has an opened bid in the lot, also one whose bid did not qualify. */
  async biddersOf(ctx: Context, lotId: string): Promise<string[]> {
    const opened = await this.bids.opened(ctx, lotId);
    return [...new Set(opened.map(({ partyId }) => partyId))];
  }

  /**
   * People whom another duty keeps out, by what they have been on the round and by the mandates they hold. Who speaks for a
   * bidder has a tie.
   */
  async personsWithDuty(ctx: Context, round: Round): Promise<Set<string>> {
    const noted = await this.people.dutiesOn(ctx, round.id);
    const persons = noted.filter(({ group }) => group !== 'expert').map(({ personId }) => personId);
    for (const duty of OFFICIAL_DUTIES) {
      persons.push(...(await this.people.holdersAtUnit(ctx, duty, round.unitPath)));
      persons.push(...(await this.people.holdersOf(ctx, duty, round.id)));
    }
    return new Set(persons);
  }
}
