import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { ScreeningRulesEntity } from './screening-rules.entity';

/** The rows of published screening rules, which are never changed. */
@Injectable()
export class ScreeningRulesRepository {
  async insert(ctx: Context, rules: ScreeningRulesEntity): Promise<void> {
    await ctx.manager.insert(ScreeningRulesEntity, rules);
  }
}
