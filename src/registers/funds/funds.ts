import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { FundEntity } from './fund.entity';
import { refuseFunds } from './fund.refusals';
import { FundRepository } from './fund.repository';

/** A fund as other modules see it. */
export type Fund = Readonly<
  Pick<
    FundEntity,
    'id' | 'unitId' | 'unitPath' | 'code' | 'name' | 'source' | 'currency' | 'earmark'
  >
>;

/** The register of funds, for other modules. */
@Injectable()
export class Funds {
  constructor(private readonly repository: FundRepository) {}

  /** @throws FUNDS.UNKNOWN */
  async get(ctx: Context, fundId: string): Promise<Fund> {
    const fund = await this.repository.find(ctx, fundId);
    if (fund === null) throw refuseFunds('FUNDS.UNKNOWN');
    return fund;
  }
}
