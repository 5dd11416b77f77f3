import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Round } from '../../rounds';
import type { DrawEntity } from '../draw/draw.entity';
import type { FrozenDocument } from '../draw/frozen-pool';
import { GatherCandidates } from '../draw/gather-candidates';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { InviteExpert } from './invite-expert';
import { firstCalls, nextCall, type Call, type DrawnOrder } from './next-in-order';
import { SeatRepository } from './seat.repository';

/** Calls experts to the vacant seats of a panel, in the order of its draws. */
@Injectable()
export class FillVacancies {
  constructor(
    private readonly panels: PanelRepository,
    private readonly seats: SeatRepository,
    private readonly gather: GatherCandidates,
    private readonly invite: InviteExpert,
  ) {}

  /** The caller has locked the panel. @returns whether every seat is held or offered; if not, the draws have nobody left */
  async execute(ctx: Context, panel: PanelEntity, round: Round): Promise<boolean> {
    const draws = await this.panels.drawsOf(ctx, panel.id);
    await this.callFirst(ctx, panel, round, draws);
    for (;;) {
      const vacancies = await this.gather.vacancies(ctx, panel, round);
      if (vacancies.length === 0) return true;
      const next = await this.nextFor(ctx, panel, vacancies, draws);
      if (next === null) return false;
      await this.call(ctx, panel, round, draws, next);
    }
  }

  /** A draw that has just been held calls those who won the seats it was held for. */
  private async callFirst(
    ctx: Context,
    panel: PanelEntity,
    round: Round,
    draws: readonly DrawEntity[],
  ): Promise<void> {
    const newest = draws.at(-1);
    const called = await this.seats.ofPanel(ctx, panel.id);
    if (newest === undefined || called.some(({ drawNo }) => drawNo === newest.no)) return;
    for (const call of firstCalls(orderOf(newest))) {
      await this.call(ctx, panel, round, draws, call);
    }
  }

  private async nextFor(
    ctx: Context,
    panel: PanelEntity,
    vacancies: readonly { readonly code: string }[],
    draws: readonly DrawEntity[],
  ): Promise<Call | null> {
    const seats = await this.seats.ofPanel(ctx, panel.id);
    const called = new Set(seats.map(({ expertId }) => expertId));
    const orders = draws.map(orderOf);
    // Another kind of seat may still have somebody, though the first one has nobody left.
    const calls = vacancies.map(({ code }) => nextCall(code, orders, called));
    return calls.find((call) => call !== null) ?? null;
  }

  private async call(
    ctx: Context,
    panel: PanelEntity,
    round: Round,
    draws: readonly DrawEntity[],
    call: Call,
  ): Promise<void> {
    const draw = draws.find(({ no }) => no === call.drawNo)!;
    await this.invite.execute(ctx, panel, round, draw, call);
  }
}

function orderOf({ no, frozen, orders, members }: DrawEntity): DrawnOrder {
  const leaves = members.flatMap(({ expertId, leaves: own }) =>
    Object.values(own).map(({ leaf }) => [leaf, expertId] as const),
  );
  return {
    no,
    document: JSON.parse(frozen) as FrozenDocument,
    orders: orders ?? {},
    expertOf: new Map(leaves),
  };
}
