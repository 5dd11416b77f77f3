import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Units } from '../../../registers/units';
import { parseScreeningRules } from '../../../rules';
import { ScreeningRulesEntity } from './screening-rules.entity';
import { ScreeningRulesRepository } from './screening-rules.repository';

/** Publishes the rules by which needs are checked and screened; cycles opened from now on keep to them. */
@Injectable()
export class PublishScreeningRules {
  constructor(
    private readonly units: Units,
    private readonly repository: ScreeningRulesRepository,
  ) {}

  /** @throws RulesRefused, with every fault and its place */
  async execute(ctx: Context, document: unknown): Promise<ScreeningRulesEntity> {
    const { path } = await this.units.top(ctx);
    ctx.require('screeningRules.publish', { unitPath: path });
    const published = Object.assign(new ScreeningRulesEntity(), {
      id: newId(),
      document: parseScreeningRules(document),
      publishedAt: await ctx.now(),
      publishedBy: ctx.personId,
      version: 1,
    });
    await this.repository.insert(ctx, published);
    await ctx.record({
      name: 'needs.screening-rules-published',
      aggregate: { kind: 'screeningRules', id: published.id, version: 1 },
      move: null,
      body: { code: published.document.code },
      audience: { public: true },
    });
    return published;
  }
}
