import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { RecoveryEntity } from './recovery.entity';
import { RepaymentEntity } from './repayment.entity';

const locked = { lock: { mode: 'pessimistic_write' } } as const;

/** The rows of recoveries and repayments, locked wherever a decision follows. */
@Injectable()
export class RecoveryRepository {
  /** @returns false when another one of the project is still open */
  async insert(ctx: Context, recovery: RecoveryEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, RecoveryEntity, recovery);
  }

  /** @returns false when another repayment has the number of the slip */
  async insertRepayment(ctx: Context, repayment: RepaymentEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, RepaymentEntity, repayment);
  }

  async update(ctx: Context, { id, ...values }: RecoveryEntity): Promise<void> {
    await ctx.manager.update(RecoveryEntity, { id }, values);
  }

  async updateRepayment(ctx: Context, { id, ...values }: RepaymentEntity): Promise<void> {
    await ctx.manager.update(RepaymentEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<RecoveryEntity | null> {
    return ctx.manager.findOne(RecoveryEntity, { where: { id }, ...locked });
  }

  async lockRepayment(ctx: Context, id: string): Promise<RepaymentEntity | null> {
    return ctx.manager.findOne(RepaymentEntity, { where: { id }, ...locked });
  }

  /** Whether money of a project is asked back and has not all come. */
  async isAsked(ctx: Context, projectId: string): Promise<boolean> {
    const state = In(['asked', 'overdue']);
    return ctx.manager.existsBy(RecoveryEntity, { projectId, state });
  }

  /** Whether it was ever proposed to ask money of a project back, whatever became of it. */
  async isKnown(ctx: Context, projectId: string): Promise<boolean> {
    return ctx.manager.existsBy(RecoveryEntity, { projectId });
  }

  /** What was entered for a recovery and waits to be confirmed, in fen. */
  async pendingFen(ctx: Context, recoveryId: string): Promise<bigint> {
    const entered = await ctx.manager.findBy(RepaymentEntity, { recoveryId, state: 'entered' });
    return entered.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  }
}
