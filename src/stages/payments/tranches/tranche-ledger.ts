import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Ledger } from '../../../registers/ledger';
import type { FundPart } from '../fund-parts';
import type { TrancheEntity } from './tranche.entity';

/** Moves a tranche's money in the ledger, fund by fund, in the transaction of the act that moves the tranche. */
@Injectable()
export class TrancheLedger {
  constructor(private readonly ledger: Ledger) {}

  /** @throws LEDGER.INSUFFICIENT, which would be a fault of the plan: what is moved was committed before */
  async post(
    ctx: Context,
    act: 'makeDue' | 'uncommit' | 'undue' | 'pay' | 'unpay',
    tranche: TrancheEntity,
    parts: readonly FundPart[],
    cause: { readonly kind: string; readonly id: string } = { kind: 'tranche', id: tranche.id },
  ): Promise<void> {
    for (const { fundId, amountFen } of parts) {
      if (amountFen === 0n) continue;
      const { roundId, projectId: awardId } = tranche;
      await this.ledger[act](ctx, { fundId, roundId, awardId, amountFen, cause });
    }
  }
}
