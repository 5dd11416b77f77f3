import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { EvaluationEntity } from './evaluation.entity';
import type { EvaluationState } from './evaluation.transitions';
import { FailureEntity } from './failures/failure.entity';

/** What a list of evaluations may be narrowed to. */
export interface EvaluationFilter {
  readonly projectId?: string;
  readonly roundId?: string;
  readonly state?: EvaluationState;
}

/** Reads of evaluations, within reach. */
@Injectable()
export class EvaluationsQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<EvaluationEntity> {
    const evaluation = await ctx.manager.findOneBy(EvaluationEntity, { id });
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId, evaluatorId } = evaluation;
    const assignedIds = evaluatorId === null ? [] : [evaluatorId];
    ctx.require('evaluation.read', { unitPath, roundId, partyIds: [partyId], assignedIds });
    return evaluation;
  }

  /** The failure for which payments wait, or waited; null where there is none. */
  async failureOf(ctx: Context, { id }: EvaluationEntity): Promise<FailureEntity | null> {
    return ctx.manager.findOneBy(FailureEntity, { id });
  }

  async list(
    ctx: Context,
    filter: EvaluationFilter,
    limit: number,
    after?: string,
  ): Promise<EvaluationEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(EvaluationEntity, 'e')
      .orderBy('e.id')
      .limit(limit);
    withinReach(query, ctx.reach('evaluation.list'), {
      unitPath: 'e.unit_path',
      partyId: 'e.party_id',
      roundId: 'e.round_id',
      personId: 'e.evaluator_id',
    });
    const { projectId, roundId, state } = filter;
    if (projectId) query.andWhere('e.projectId = :projectId', { projectId });
    if (roundId) query.andWhere('e.roundId = :roundId', { roundId });
    if (state) query.andWhere('e.state = :state', { state });
    if (after !== undefined) query.andWhere('e.id > :after', { after });
    return query.getMany();
  }
}
