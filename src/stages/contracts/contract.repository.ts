import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { ContractEntity, ContractSignatureEntity } from './contract.entity';

/** The rows of contracts and signatures. */
@Injectable()
export class ContractRepository {
  async insert(ctx: Context, contract: ContractEntity): Promise<void> {
    await ctx.manager.insert(ContractEntity, contract);
  }

  async update(ctx: Context, { id, ...values }: ContractEntity): Promise<void> {
    await ctx.manager.update(ContractEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<ContractEntity | null> {
    return ctx.manager.findOneBy(ContractEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<ContractEntity | null> {
    return ctx.manager.findOne(ContractEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The contract of an award; one that was refused is none. There is at most one. */
  async ofAward(ctx: Context, awardId: string): Promise<ContractEntity | null> {
    return ctx.manager.findOneBy(ContractEntity, { awardId, state: Not('refused') });
  }

  async insertSignature(ctx: Context, signature: ContractSignatureEntity): Promise<void> {
    await ctx.manager.insert(ContractSignatureEntity, signature);
  }

  async signatures(ctx: Context, contractId: string): Promise<ContractSignatureEntity[]> {
    return ctx.manager.find(ContractSignatureEntity, {
      where: { contractId },
      order: { side: 'ASC' },
    });
  }
}
