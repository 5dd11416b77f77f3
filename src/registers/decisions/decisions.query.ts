import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { requireFound } from '../../platform/http/require-found';
import { Attachments } from '../attachments';
import { DecisionAnswerEntity } from './decision-answer.entity';
import { DecisionEntity } from './decision.entity';
import type { DecisionState } from './decision.transitions';

/** A decision with every answer that was given to it, in order. */
export interface AnsweredDecision {
  readonly decision: DecisionEntity;
  readonly answers: readonly DecisionAnswerEntity[];
}

/** Which decisions are asked for. */
export interface DecisionFilter {
  readonly roundId?: string;
  readonly subjectId?: string;
  readonly state?: DecisionState;
}

/** Whoever runs or watches a round sees all decisions of it; others see those that are theirs to answer. */
const SEE_ALL: readonly Duty[] = ['organizer', 'approver', 'supervisor'];

/** Reads of decisions. */
@Injectable()
export class DecisionsQuery implements OnModuleInit {
  constructor(private readonly attachments: Attachments) {}

  onModuleInit(): void {
    this.attachments.readableBy('decision', async (ctx, id) => {
      await this.get(ctx, id);
      return () => true;
    });
  }

  /** The decisions within reach after one, by id. */
  async list(
    ctx: Context,
    { roundId, subjectId, state }: DecisionFilter,
    limit: number,
    after?: string,
  ): Promise<AnsweredDecision[]> {
    const query = ctx.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .orderBy('decision.id')
      .limit(limit);
    withinReach(query, ctx.reach('decision.list'), {
      unitPath: 'decision.unit_path',
      roundId: 'decision.round_id',
    });
    const own = dutiesOf(ctx);
    if (!own.some((duty) => SEE_ALL.includes(duty))) {
      query.andWhere('decision.duty = ANY(:own)', { own });
    }
    if (roundId !== undefined) query.andWhere('decision.roundId = :roundId', { roundId });
    if (subjectId !== undefined) query.andWhere('decision.subjectId = :subjectId', { subjectId });
    if (state !== undefined) query.andWhere('decision.state = :state', { state });
    if (after !== undefined) query.andWhere('decision.id > :after', { after });
    return this.withAnswers(ctx, await query.getMany());
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<AnsweredDecision> {
    const decision = requireFound(await ctx.manager.findOneBy(DecisionEntity, { id }));
    const { unitPath, roundId, duty } = decision;
    const seesAll = dutiesOf(ctx).some((one) => SEE_ALL.includes(one));
    ctx.require('decision.read', { unitPath, roundId, ...(!seesAll && { onlyDuty: duty }) });
    const [answered] = await this.withAnswers(ctx, [decision]);
    return answered!;
  }

  private async withAnswers(
    ctx: Context,
    decisions: readonly DecisionEntity[],
  ): Promise<AnsweredDecision[]> {
    if (decisions.length === 0) return [];
    const answers = await ctx.manager
      .createQueryBuilder(DecisionAnswerEntity, 'answer')
      .where('answer.decisionId = ANY(:ids::uuid[])', { ids: decisions.map(({ id }) => id) })
      .orderBy('answer.no')
      .getMany();
    return decisions.map((decision) => ({
      decision,
      answers: answers.filter(({ decisionId }) => decisionId === decision.id),
    }));
  }
}

function dutiesOf({ caller }: Context): Duty[] {
  return [...new Set(caller.mandates.map(({ duty }) => duty))];
}
