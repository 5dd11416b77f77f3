import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Experts } from '../../../registers/experts';
import type { PanelSeat } from '../../../rules';
import type { Round } from '../../rounds';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatRepository } from '../seats/seat.repository';
import { seatsOpenTo, sift, type Exclusion } from './eligibility';
import { KnownObstacles } from './known-obstacles';

/** An expert who may be drawn, with the kinds of seat that are open to them. */
export interface Eligible {
  readonly expertId: string;
  readonly personId: string;
  readonly seatCodes: readonly string[];
}

/** What a pool is frozen from. */
export interface Gathered {
  /** The kinds of seat that are vacant, and how many of each. */
  readonly vacancies: readonly PanelSeat[];
  readonly eligible: readonly Eligible[];
  readonly excluded: readonly Exclusion[];
}

/** Finds the vacant seats of a panel and who of the pool may be drawn for them. */
@Injectable()
export class GatherCandidates {
  constructor(
    private readonly experts: Experts,
    private readonly obstacles: KnownObstacles,
    private readonly seats: SeatRepository,
  ) {}

  async execute(ctx: Context, panel: PanelEntity, round: Round): Promise<Gathered> {
    const vacancies = await this.vacancies(ctx, panel, round);
    const available = await this.experts.available(ctx, dayOf(await ctx.now()));
    const known = await this.obstacles.forPanel(ctx, round, panel.lotId, available);
    const { eligible, excluded } = sift(available, known);
    return {
      vacancies,
      eligible: eligible.flatMap(({ expertId, personId, fields }) => {
        const seatCodes = seatsOpenTo(fields, vacancies);
        return seatCodes.length === 0 ? [] : [{ expertId, personId, seatCodes }];
      }),
      excluded,
    };
  }

  /** The rule set's seats, less those that are held or offered. */
  async vacancies(ctx: Context, { id }: PanelEntity, { ruleSet }: Round): Promise<PanelSeat[]> {
    const held = (await this.seats.ofPanel(ctx, id)).filter(
      ({ state }) => state === 'invited' || state === 'accepted',
    );
    return ruleSet.panel.seats
      .map((seat) => ({
        ...seat,
        count: seat.count - held.filter(({ seatCode }) => seatCode === seat.code).length,
      }))
      .filter(({ count }) => count > 0);
  }
}
