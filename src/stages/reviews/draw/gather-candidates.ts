import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Experts } from '../../../registers/experts';
import { panelOf } from '../../../rules';
import type { Round } from '../../rounds';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatRepository } from '../seats/seat.repository';
import { codeInDraw } from './code-in-draw';
import { seatsOpenTo, sift, type AvailableExpert, type Exclusion } from './eligibility';
import type { SeatsToFill } from './frozen-pool';
import { KnownObstacles } from './known-obstacles';

/** A kind of seat of a panel that is vacant, how many of it, and under which code a draw is held for it. */
export interface Vacancy extends SeatsToFill {
  readonly panelId: string;
  /** Without one any expert may sit. */
  readonly field?: string;
}

/** An expert who may be drawn, with the kinds of seat, of whichever panel, that are open to them. */
export interface Eligible {
  readonly expertId: string;
  readonly personId: string;
  readonly seatCodes: readonly string[];
}

/** What a pool is frozen from. */
export interface Gathered {
  readonly vacancies: readonly Vacancy[];
  readonly eligible: readonly Eligible[];
  /** By the id of the panel. */
  readonly excluded: ReadonlyMap<string, readonly Exclusion[]>;
}

/** Finds the vacant seats of panels and who of the pool may be drawn for them. */
@Injectable()
export class GatherCandidates {
  constructor(
    private readonly experts: Experts,
    private readonly obstacles: KnownObstacles,
    private readonly seats: SeatRepository,
  ) {}

  /** @param panels those for which one draw is to be held */
  async execute(ctx: Context, panels: readonly PanelEntity[], round: Round): Promise<Gathered> {
    const available = await this.experts.available(ctx, dayOf(await ctx.now()));
    const vacancies: Vacancy[] = [];
    const excluded = new Map<string, readonly Exclusion[]>();
    const openTo = new Map<AvailableExpert, string[]>(available.map((expert) => [expert, []]));
    for (const panel of panels) {
      const vacant = await this.vacancies(ctx, panel, round);
      const known = await this.obstacles.forPanel(ctx, round, panel, available);
      const sifted = sift(available, known);
      for (const expert of sifted.eligible) {
        openTo.get(expert)!.push(...seatsOpenTo(expert.fields, vacant));
      }
      vacancies.push(...vacant);
      excluded.set(panel.id, sifted.excluded);
    }
    const eligible = [...openTo].flatMap(([{ expertId, personId }, seatCodes]) =>
      seatCodes.length === 0 ? [] : [{ expertId, personId, seatCodes }],
    );
    return { vacancies, eligible, excluded };
  }

  /** The rule set's seats of a panel, less those that are held or offered. */
  async vacancies(
    ctx: Context,
    { id: panelId, code }: PanelEntity,
    { ruleSet }: Round,
  ): Promise<Vacancy[]> {
    const held = (await this.seats.ofPanel(ctx, panelId)).filter(
      ({ state }) => state === 'invited' || state === 'accepted',
    );
    return panelOf(ruleSet, code)
      .seats.map(({ code: seat, count, field }) => ({
        panelId,
        code: codeInDraw(code, seat),
        count: count - held.filter(({ seatCode }) => seatCode === seat).length,
        ...(field !== undefined && { field }),
      }))
      .filter(({ count }) => count > 0);
  }
}
