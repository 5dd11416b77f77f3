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

/** Calls experts to the vacant seats of a panel, in the order of its draws; nobody is called to two panels of a lot. */
@Injectable()
export class FillVacancies {
  constructor(
    private readonly panels: PanelRepository,
    private readonly seats: SeatRepository,
    private readonly gather: GatherCandidates,
    private readonly invite: InviteExpert,
  ) {}

  /**
   * @param review the panel with the others of its review, which the caller has locked
   * @returns whether every seat is held or offered; if not, the draws have nobody left
   */
  async execute(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
    round: Round,
  ): Promise<boolean> {
    // Before anybody steps in here: whoever a draw has given a seat on another panel must not be called to this one.
    for (const one of review) await this.callFirst(ctx, one, round);
    const draws = await this.panels.drawsOf(ctx, panel.id);
    for (;;) {
      const vacancies = await this.gather.vacancies(ctx, panel, round);
      if (vacancies.length === 0) return true;
      const next = await this.nextFor(ctx, panel, vacancies, draws);
      if (next === null) return false;
      await this.call(ctx, panel, round, draws, next);
    }
  }

  /** A draw that has just been held calls those who won the seats it was held for. */
  private async callFirst(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    const draws = await this.panels.drawsOf(ctx, panel.id);
    const newest = draws.at(-1);
    const called = await this.seats.ofPanel(ctx, panel.id);
    const isHeld = newest !== undefined && newest.drawnAt !== null;
    if (!isHeld || called.some(({ drawNo }) => drawNo === newest.no)) return;
    for (const call of firstCalls(orderOf(newest), await this.calledInLot(ctx, panel))) {
      await this.call(ctx, panel, round, draws, call);
    }
  }

  private async nextFor(
    ctx: Context,
    panel: PanelEntity,
    vacancies: readonly { readonly code: string }[],
    draws: readonly DrawEntity[],
  ): Promise<Call | null> {
    const called = await this.calledInLot(ctx, panel);
    const orders = draws.map(orderOf);
    // Another kind of seat may still have somebody, though the first one has nobody left.
    const calls = vacancies.map(({ code }) => nextCall(code, orders, called));
    return calls.find((call) => call !== null) ?? null;
  }

  private async calledInLot(ctx: Context, { lotId }: PanelEntity): Promise<Set<string>> {
    const seats = await this.seats.ofLot(ctx, lotId);
    return new Set(seats.map(({ expertId }) => expertId));
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
