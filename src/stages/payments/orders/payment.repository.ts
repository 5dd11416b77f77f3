import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { sqlStateOf } from '../../../platform/database/door';
import { PaymentEntity } from './payment.entity';

const UNIQUE_VIOLATION = '23505';

/** The rows of payments, locked wherever a decision follows. */
@Injectable()
export class PaymentRepository {
  async insert(ctx: Context, payment: PaymentEntity): Promise<void> {
    await ctx.manager.insert(PaymentEntity, payment);
  }

  async update(ctx: Context, { id, ...values }: PaymentEntity): Promise<void> {
    await ctx.manager.update(PaymentEntity, { id }, values);
  }

  /** @returns false when another payment has the number of the voucher or slip; the transaction is lost then */
  async updateNumbered(ctx: Context, payment: PaymentEntity): Promise<boolean> {
    try {
      await this.update(ctx, payment);
      return true;
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  async lock(ctx: Context, id: string): Promise<PaymentEntity | null> {
    return ctx.manager.findOne(PaymentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The payments of a batch in the order of their lines, locked. */
  async lockOfBatch(ctx: Context, batchId: string): Promise<PaymentEntity[]> {
    return ctx.manager.find(PaymentEntity, {
      where: { batchId },
      order: { lineNo: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** How many payments of a batch are in one of the states. */
  async countOfBatch(
    ctx: Context,
    batchId: string,
    states: readonly PaymentEntity['state'][],
  ): Promise<number> {
    return ctx.manager
      .createQueryBuilder(PaymentEntity, 'payment')
      .where('payment.batchId = :batchId AND payment.state = ANY(:states)', { batchId, states })
      .getCount();
  }
}
