import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Funds } from '../../../registers/funds';
import type { PaymentEntity } from '../orders/payment.entity';
import type { BatchEntity } from './batch.entity';
import { treasuryRequest, type TreasuryRequest } from './treasury-request';

/** Prints the request list of a batch from its payments. */
@Injectable()
export class PrintRequest {
  constructor(private readonly funds: Funds) {}

  /** @param payments all of them approved and with a line */
  async execute(
    ctx: Context,
    batch: BatchEntity,
    payments: readonly PaymentEntity[],
  ): Promise<TreasuryRequest> {
    const fundIds = new Set(payments.flatMap(({ parts }) => parts.map(({ fundId }) => fundId)));
    const funds = [];
    for (const fundId of [...fundIds].sort()) funds.push(await this.funds.get(ctx, fundId));
    const lines = payments.map((payment) => ({
      ...payment,
      lineNo: payment.lineNo!,
      approvedDigest: payment.approvedDigest!,
    }));
    return treasuryRequest(batch, lines, funds);
  }
}
