import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { SurveyAnswerEntity } from './survey-answer.entity';

/** The rows of survey answers. */
@Injectable()
export class SurveyRepository {
  /** @returns false when the person has answered before; the database keeps it so */
  async insert(ctx: Context, answer: SurveyAnswerEntity): Promise<boolean> {
    const result = await ctx.manager
      .createQueryBuilder()
      .insert()
      .into(SurveyAnswerEntity)
      .values(answer)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }
}
