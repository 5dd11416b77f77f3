import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { AmendmentEntity, AmendmentSignatureEntity } from './amendment.entity';

const locked = { lock: { mode: 'pessimistic_write' } } as const;

/** The rows of amendments and of the signatures under them. */
@Injectable()
export class AmendmentRepository {
  /** @returns false when another one of the contract is open */
  async insert(ctx: Context, amendment: AmendmentEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, AmendmentEntity, amendment);
  }

  async update(ctx: Context, { id, ...values }: AmendmentEntity): Promise<void> {
    await ctx.manager.update(AmendmentEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<AmendmentEntity | null> {
    return ctx.manager.findOneBy(AmendmentEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<AmendmentEntity | null> {
    return ctx.manager.findOne(AmendmentEntity, { where: { id }, ...locked });
  }

  /** The one of a contract that is neither in force nor over, locked. */
  async lockOpen(ctx: Context, contractId: string): Promise<AmendmentEntity | null> {
    return ctx.manager.findOne(AmendmentEntity, {
      where: { contractId, state: In(['proposed', 'approved']) },
      ...locked,
    });
  }

  /** The version of a contract in force; null while it is the one first signed. */
  async inForce(ctx: Context, contractId: string): Promise<AmendmentEntity | null> {
    return ctx.manager.findOne(AmendmentEntity, {
      where: { contractId, state: 'inForce' },
      order: { number: 'DESC' },
    });
  }

  /** Every amendment that a contract ever had, whatever became of it. */
  async ofContract(ctx: Context, contractId: string): Promise<AmendmentEntity[]> {
    return ctx.manager.find(AmendmentEntity, { where: { contractId }, order: { id: 'ASC' } });
  }

  async insertSignature(ctx: Context, signature: AmendmentSignatureEntity): Promise<void> {
    await ctx.manager.insert(AmendmentSignatureEntity, signature);
  }

  async signatures(ctx: Context, amendmentId: string): Promise<AmendmentSignatureEntity[]> {
    return ctx.manager.find(AmendmentSignatureEntity, {
      where: { amendmentId },
      order: { signedAt: 'ASC' },
    });
  }
}
