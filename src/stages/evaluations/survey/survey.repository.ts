import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { SurveyAnswerEntity } from './survey-answer.entity';

/** The rows of survey answers. */
@Injectable()
export class SurveyRepository {
  /** @returns false when the person has answered before; the database keeps it so */
  async insert(ctx: Context, answer: SurveyAnswerEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, SurveyAnswerEntity, answer);
  }
}
