import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { CycleEntity } from '../cycle.entity';
import { NeedEntity } from '../need.entity';

/** A need that may be the same as another. */
export interface LikelyDuplicate {
  readonly need: NeedEntity;
  /** How much their wordings share, from 0 to 1. */
  readonly similarity: number;
}

/** Above this share of common trigrams two wordings are shown as likely the same: the default of pg_trgm, and only a hint. */
const LIKELY = 0.3;
const MOST_SHOWN = 20;

/** Titles alone are short; together with for whom and what, two needs worded apart still meet. */
const SIMILARITY = `greatest(
  similarity(need.title, :title),
  similarity(need.title || ' ' || need.target_group || ' ' || need.service, :words))`;

/** Needs that a street should look at before it forwards one. */
@Injectable()
export class LikelyDuplicatesQuery {
  /**
   * The likely duplicates of a need in its street and service area, of this cycle and earlier ones, likeliest first; merged
   * ones are left out, since what they were merged into is there.
   * @throws ACCESS.NOT_FOUND
   */
  async of(ctx: Context, needId: string): Promise<LikelyDuplicate[]> {
    const need = await ctx.manager.findOneBy(NeedEntity, { id: needId });
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.duplicates', { unitPath: need.unitPath });
    const ranked = await this.rank(ctx, need);
    const found = await ctx.manager.findBy(NeedEntity, { id: In(ranked.map(({ id }) => id)) });
    return ranked.map(({ id, similarity }) => ({
      need: found.find((other) => other.id === id)!,
      similarity: Math.round(similarity * 100) / 100,
    }));
  }

  private async rank(
    ctx: Context,
    { id, cycleId, title, targetGroup, service, serviceArea }: NeedEntity,
  ): Promise<{ id: string; similarity: number }[]> {
    const query = ctx.manager
      .createQueryBuilder(NeedEntity, 'need')
      .select('need.id', 'id')
      .addSelect(SIMILARITY, 'similarity')
      .innerJoin(CycleEntity, 'cycle', 'cycle.id = need.cycleId')
      .where('cycle.street_id = (SELECT street_id FROM screening_cycles WHERE id = :cycleId)')
      .andWhere(`need.id <> :id AND need.service_area = :serviceArea AND need.state <> 'merged'`)
      .andWhere(`${SIMILARITY} >= ${LIKELY}`)
      .setParameters({
        id,
        cycleId,
        title,
        serviceArea,
        words: `${title} ${targetGroup} ${service}`,
      })
      .orderBy('similarity', 'DESC')
      .addOrderBy('need.id', 'DESC')
      .limit(MOST_SHOWN);
    withinReach(query, ctx.reach('need.duplicates'), { unitPath: 'need.unit_path' });
    return query.getRawMany<{ id: string; similarity: number }>();
  }
}
