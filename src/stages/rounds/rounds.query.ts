import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { CorrectionEntity } from './corrections/correction.entity';
import { LotEntity } from './lot.entity';
import { ProgrammeEntity } from './programme.entity';
import { RoundEntity } from './round.entity';
import type { RoundState } from './round.transitions';
import { RuleSetRevisionEntity } from './rule-set-revision.entity';

/** What a list of rounds may be narrowed to. */
export interface RoundFilter {
  readonly programmeId?: string;
  readonly state?: RoundState;
}

/** A round with all that belongs to it. */
export interface WholeRound {
  readonly round: RoundEntity;
  /** In the order in which they were made; the last one is in force. */
  readonly revisions: readonly RuleSetRevisionEntity[];
  readonly lots: readonly LotEntity[];
  /** In the order in which they were proposed. */
  readonly corrections: readonly CorrectionEntity[];
}

/** Reads for the pages of programmes and rounds. */
@Injectable()
export class RoundsQuery {
  async programmes(ctx: Context, limit: number, after?: string): Promise<ProgrammeEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(ProgrammeEntity, 'programme')
      .orderBy('programme.id')
      .limit(limit);
    withinReach(query, ctx.reach('programme.list'), { unitPath: 'programme.unit_path' });
    if (after !== undefined) query.andWhere('programme.id > :after', { after });
    return query.getMany();
  }

  async list(
    ctx: Context,
    filter: RoundFilter,
    limit: number,
    after?: string,
  ): Promise<RoundEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(RoundEntity, 'round')
      .orderBy('round.id')
      .limit(limit);
    withinReach(query, ctx.reach('round.list'), {
      unitPath: 'round.unit_path',
      roundId: 'round.id',
    });
    const { programmeId, state } = filter;
    if (programmeId) query.andWhere('round.programmeId = :programmeId', { programmeId });
    if (state) query.andWhere('round.state = :state', { state });
    if (after !== undefined) query.andWhere('round.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<WholeRound> {
    const round = await this.find(ctx, id);
    ctx.require('round.read', { unitPath: round.unitPath, roundId: round.id });
    return this.whole(ctx, round);
  }

  /** The round as the public may read it: from its announcement on. @throws ACCESS.NOT_FOUND */
  async getPublic(ctx: Context, id: string): Promise<WholeRound> {
    const round = await this.find(ctx, id);
    if (round.announcedAt === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return this.whole(ctx, round);
  }

  /** After an act of the caller's on the round. */
  async whole(ctx: Context, round: RoundEntity): Promise<WholeRound> {
    const { id: roundId } = round;
    const revisions = await ctx.manager.find(RuleSetRevisionEntity, {
      where: { roundId },
      order: { revision: 'ASC' },
    });
    const lots = await ctx.manager.find(LotEntity, { where: { roundId }, order: { id: 'ASC' } });
    const corrections = await ctx.manager.find(CorrectionEntity, {
      where: { roundId },
      order: { id: 'ASC' },
    });
    return { round, revisions, lots, corrections };
  }

  private async find(ctx: Context, id: string): Promise<RoundEntity> {
    const round = await ctx.manager.findOneBy(RoundEntity, { id });
    if (round === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return round;
  }
}
