import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { sideOf } from '../contract-side';
import { refuseContracts } from '../contract.refusals';
import { AmendmentBook } from './amendment-book';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';

/** The side that proposed an amendment takes it back, as long as it is not in force. */
@Injectable()
export class WithdrawAmendment {
  constructor(
    private readonly repository: AmendmentRepository,
    private readonly book: AmendmentBook,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CONTRACTS.NOT_THE_PROPOSER */
  async execute(ctx: Context, amendmentId: string): Promise<AmendmentEntity> {
    const amendment = requireFound(await this.repository.lock(ctx, amendmentId));
    const { unitPath, roundId, partyId } = amendment;
    ctx.require('amendment.withdraw', { unitPath, roundId, partyIds: [partyId] });
    ctx.matches(amendment.version);
    if (sideOf(ctx, amendment) !== amendment.side) {
      throw refuseContracts('CONTRACTS.NOT_THE_PROPOSER');
    }
    await this.book.drop(ctx, amendment, 'withdraw');
    return amendment;
  }
}
