import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { ScreeningRules } from '../../../rules';
import { refuseNeeds } from '../collecting/need.refusals';
import { ScreeningRulesEntity } from './screening-rules.entity';

/** Reads of the published screening rules. */
@Injectable()
export class ScreeningRulesQuery {
  /**
   * The rules published last.
   * @throws NEEDS.RULES_MISSING
   */
  async inForce(ctx: Context): Promise<ScreeningRules> {
    const newest = await ctx.manager.find(ScreeningRulesEntity, { order: { id: 'DESC' }, take: 1 });
    if (newest[0] === undefined) throw refuseNeeds('NEEDS.RULES_MISSING');
    return newest[0].document;
  }
}
