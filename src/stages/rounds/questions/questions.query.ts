import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { requireFound } from '../../../platform/http/require-found';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import { QuestionEntity } from './question.entity';

/** A question with the names of who asks. */
export interface NamedQuestion {
  readonly question: QuestionEntity;
  readonly askerName: string;
  readonly partyName: string;
}

/** Reads of questions: for the officers of the round and for who asks, and of what is answered for everybody. */
@Injectable()
export class QuestionsQuery {
  constructor(
    private readonly people: People,
    private readonly parties: Parties,
  ) {}

  async list(
    ctx: Context,
    roundId: string,
    limit: number,
    after?: string,
  ): Promise<QuestionEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(QuestionEntity, 'question')
      .where('question.roundId = :roundId', { roundId })
      .orderBy('question.id')
      .limit(limit);
    withinReach(query, ctx.reach('question.list'), {
      unitPath: 'question.unit_path',
      roundId: 'question.round_id',
      personId: 'question.asked_by',
    });
    if (after !== undefined) query.andWhere('question.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<QuestionEntity> {
    const question = requireFound(await ctx.manager.findOneBy(QuestionEntity, { id }));
    const { unitPath, roundId, askedBy } = question;
    ctx.require('question.read', { unitPath, roundId, personId: askedBy });
    return question;
  }

  /** The answered questions of a round, in the order in which they were asked. */
  async answered(
    ctx: Context,
    roundId: string,
    limit: number,
    after?: string,
  ): Promise<QuestionEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(QuestionEntity, 'question')
      .where(`question.roundId = :roundId AND question.state = 'answered'`, { roundId })
      .orderBy('question.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('question.id > :after', { after });
    return query.getMany();
  }

  /** For those who may read them. */
  async named(ctx: Context, questions: readonly QuestionEntity[]): Promise<NamedQuestion[]> {
    const askers = [...new Set(questions.map(({ askedBy }) => askedBy))];
    const partyIds = [...new Set(questions.map(({ partyId }) => partyId))];
    const people = new Map((await this.people.getMany(ctx, askers)).map((one) => [one.id, one]));
    const parties = new Map(
      (await this.parties.getMany(ctx, partyIds)).map((one) => [one.id, one]),
    );
    return questions.map((question) => ({
      question,
      askerName: people.get(question.askedBy)!.name,
      partyName: parties.get(question.partyId)!.name,
    }));
  }
}
