import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Experts } from '../../../registers/experts';
import { People } from '../../../registers/people';
import type { Round } from '../../rounds';
import { PanelBids } from '../panels/panel-bids';
import type { PanelEntity } from '../panels/panel.entity';
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
    private readonly bids: PanelBids,
    private readonly seats: SeatRepository,
  ) {}

  /** Everything that stands against these experts' sitting on a panel. */
  async forPanel(
    ctx: Context,
    round: Round,
    panel: PanelEntity,
    experts: readonly AvailableExpert[],
  ): Promise<Obstacles> {
    const bidders = await this.bids.bidders(ctx, panel);
    const seats = await this.seats.ofLot(ctx, panel.lotId);
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
