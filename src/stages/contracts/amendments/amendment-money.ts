import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Ledger } from '../../../registers/ledger';
import type { FundDraw } from '../../awards';
import { Rounds } from '../../rounds';
import type { AmendmentEntity } from './amendment.entity';

type Act = 'reserve' | 'unreserve' | 'commit' | 'uncommit';

/**
 * The money of amendments: what makes a contract grow is reserved when it is approved and committed when it is signed; what makes
 * it shrink is set free.
 * @source reliability standard M1: amendments reserve before they commit
 */
@Injectable()
export class AmendmentMoney {
  constructor(
    private readonly ledger: Ledger,
    private readonly rounds: Rounds,
  ) {}

  /**
   * Takes it out of what the round has left, or has given back to its funds.
   * @throws LEDGER.INSUFFICIENT
   */
  async reserve(
    ctx: Context,
    amendment: AmendmentEntity,
    more: readonly FundDraw[],
  ): Promise<void> {
    for (const { fundId, amountFen } of more) {
      await this.rounds.fetchBack(ctx, amendment.roundId, fundId, amountFen);
    }
    await this.post(ctx, 'reserve', amendment, more);
    amendment.reserved = more.filter(({ amountFen }) => amountFen > 0n);
  }

  /** What was reserved for an amendment that comes to nothing. */
  async release(ctx: Context, amendment: AmendmentEntity): Promise<void> {
    await this.post(ctx, 'unreserve', amendment, amendment.reserved);
    await this.rounds.returnWhatFellFree(ctx, amendment.roundId);
    amendment.reserved = [];
  }

  /** The amendment is in force: what it adds is committed, what it takes away is set free. */
  async enter(ctx: Context, amendment: AmendmentEntity, less: readonly FundDraw[]): Promise<void> {
    await this.post(ctx, 'commit', amendment, amendment.reserved);
    await this.post(ctx, 'uncommit', amendment, less);
    await this.rounds.returnWhatFellFree(ctx, amendment.roundId);
  }

  private async post(
    ctx: Context,
    act: Act,
    { id, roundId, awardId }: AmendmentEntity,
    draws: readonly FundDraw[],
  ): Promise<void> {
    const cause = { kind: 'amendment', id };
    for (const { fundId, amountFen } of draws) {
      if (amountFen === 0n) continue;
      await this.ledger[act](ctx, { fundId, amountFen, roundId, awardId, cause });
    }
  }
}
