import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Act } from '../../../access/access-table';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { People, type Person } from '../../../registers/people';
import { Disclosure } from '../disclosure';
import { DrawEntity } from '../draw/draw.entity';
import { RankingEntity } from '../report/ranking.entity';
import { SignatureEntity } from '../report/signature.entity';
import { SeatEntity } from '../seats/seat.entity';
import { OwedSheets, type Scoring } from '../sheets/owed-sheets';
import { PanelEntity } from './panel.entity';

/** A panel with everybody who was called to it, by name: for those who run and watch the round. */
export interface NamedPanel {
  readonly panel: PanelEntity;
  readonly seats: readonly SeatEntity[];
  readonly people: readonly Person[];
  readonly scoring: Scoring;
}

/** A panel's draws, and whether those who were called may be known. */
export interface DrawProof {
  readonly panel: PanelEntity;
  readonly draws: readonly DrawEntity[];
  readonly seats: readonly SeatEntity[];
  /** The calls of the other panels of the same review. */
  readonly elsewhere: readonly SeatEntity[];
  readonly isDisclosed: boolean;
}

/** A panel's ranking with the signatures under it. */
export interface Report {
  readonly panel: PanelEntity;
  readonly ranking: RankingEntity;
  readonly signatures: readonly SignatureEntity[];
}

/** Reads of panels, their draws and reports. */
@Injectable()
export class PanelsQuery {
  constructor(
    private readonly people: People,
    private readonly owed: OwedSheets,
    private readonly disclosure: Disclosure,
  ) {}

  async list(
    ctx: Context,
    lotId: string | undefined,
    limit: number,
    after?: string,
  ): Promise<PanelEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(PanelEntity, 'panel')
      .orderBy('panel.id')
      .limit(limit);
    withinReach(query, ctx.reach('panel.list'), {
      unitPath: 'panel.unit_path',
      roundId: 'panel.round_id',
    });
    if (lotId) query.andWhere('panel.lotId = :lotId', { lotId });
    if (after !== undefined) query.andWhere('panel.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<NamedPanel> {
    const panel = await this.find(ctx, id);
    requireOn(ctx, 'panel.read', panel);
    return this.whole(ctx, panel);
  }

  /** After an act of an organizer's on the panel. */
  async whole(ctx: Context, panel: PanelEntity): Promise<NamedPanel> {
    const seats = await this.seatsOf(ctx, panel.id);
    const people = await this.people.getMany(
      ctx,
      seats.map(({ personId }) => personId),
    );
    return { panel, seats, people, scoring: await this.owed.of(ctx, panel) };
  }

  /** What anyone needs to draw again. @throws ACCESS.NOT_FOUND */
  async proof(ctx: Context, id: string): Promise<DrawProof> {
    const panel = await this.find(ctx, id);
    const draws = await ctx.manager.find(DrawEntity, {
      where: { panelId: id },
      order: { no: 'ASC' },
    });
    const { lotId, no } = panel;
    const seats = await this.seatsOf(ctx, id);
    const others = await ctx.manager.findBy(PanelEntity, { lotId, no, id: Not(id) });
    const elsewhere = await ctx.manager.find(SeatEntity, {
      where: { panelId: In(others.map((other) => other.id)) },
      order: { id: 'ASC' },
    });
    const isDisclosed = await this.disclosure.isOpen(ctx, panel);
    return { panel, draws, seats, elsewhere, isDisclosed };
  }

  /** @throws ACCESS.NOT_FOUND, also before there is a ranking */
  async report(ctx: Context, id: string): Promise<Report> {
    const panel = await this.find(ctx, id);
    const seats = await this.seatsOf(ctx, id);
    const seated = seats.filter(({ state }) => state === 'accepted');
    const assignedIds = seated.map(({ personId }) => personId);
    const { unitPath, roundId } = panel;
    ctx.require('panelReport.read', { unitPath, roundId, assignedIds });
    const ranking = await ctx.manager.findOneBy(RankingEntity, { panelId: id });
    if (ranking === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const signatures = await ctx.manager.find(SignatureEntity, {
      where: { panelId: id },
      order: { id: 'ASC' },
    });
    return { panel, ranking, signatures };
  }

  private async find(ctx: Context, id: string): Promise<PanelEntity> {
    const panel = await ctx.manager.findOneBy(PanelEntity, { id });
    if (panel === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return panel;
  }

  private async seatsOf(ctx: Context, panelId: string): Promise<SeatEntity[]> {
    return ctx.manager.find(SeatEntity, { where: { panelId }, order: { id: 'ASC' } });
  }
}

function requireOn(ctx: Context, act: Act, { unitPath, roundId }: PanelEntity): void {
  ctx.require(act, { unitPath, roundId });
}
