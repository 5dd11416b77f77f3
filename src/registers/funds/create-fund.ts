import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Currency } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { violatedConstraint } from '../../platform/database/door';
import { Units } from '../units';
import { FundEntity, type FundSource } from './fund.entity';
import { refuseFunds } from './fund.refusals';
import { FundRepository } from './fund.repository';

/** What is told of a new fund. */
export interface NewFund {
  /** The unit whose money it is; without one, the top unit. */
  readonly unitId: string | null;
  readonly code: string;
  readonly name: string;
  readonly source: FundSource;
  readonly currency: Currency;
  readonly earmark: string | null;
}

/** Adds a fund, still without money. */
@Injectable()
export class CreateFund {
  constructor(
    private readonly units: Units,
    private readonly repository: FundRepository,
  ) {}

  /** @throws UNITS.UNKNOWN, ACCESS.NOT_FOUND, FUNDS.CODE_TAKEN */
  async execute(ctx: Context, wanted: NewFund): Promise<FundEntity> {
    const unit = await this.units.get(ctx, wanted.unitId ?? ctx.tenantId);
    ctx.require('fund.create', { unitPath: unit.path });
    const fund = Object.assign(new FundEntity(), {
      ...wanted,
      id: newId(),
      unitId: unit.id,
      unitPath: unit.path,
      version: 1,
    });
    try {
      await this.repository.insert(ctx, fund);
    } catch (error) {
      if (violatedConstraint(error) !== 'funds_tenant_id_code_key') throw error;
      throw refuseFunds('FUNDS.CODE_TAKEN', { code: fund.code }, '/code');
    }
    await ctx.record({
      name: 'funds.fund-created',
      aggregate: { kind: 'fund', id: fund.id, version: 1 },
      move: null,
      body: { unitId: fund.unitId, code: fund.code, source: fund.source, currency: fund.currency },
      audience: { unitPaths: [fund.unitPath] },
    });
    return fund;
  }
}
