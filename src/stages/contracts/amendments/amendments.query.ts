import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { ContractEntity } from '../contract.entity';
import { AmendmentEntity, AmendmentSignatureEntity } from './amendment.entity';

/** Reads of amendments, and of the versions that they made of a contract. */
@Injectable()
export class AmendmentsQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<AmendmentEntity> {
    const amendment = requireFound(await ctx.manager.findOneBy(AmendmentEntity, { id }));
    const { unitPath, roundId, partyId } = amendment;
    ctx.require('amendment.read', { unitPath, roundId, partyIds: [partyId] });
    return amendment;
  }

  /** All amendments of a contract in the order in which they were proposed. @throws ACCESS.NOT_FOUND */
  async list(
    ctx: Context,
    contractId: string,
    limit: number,
    after?: string,
  ): Promise<AmendmentEntity[]> {
    const contract = requireFound(await ctx.manager.findOneBy(ContractEntity, { id: contractId }));
    const { unitPath, roundId, partyId } = contract;
    ctx.require('amendment.list', { unitPath, roundId, partyIds: [partyId] });
    const query = ctx.manager
      .createQueryBuilder(AmendmentEntity, 'amendment')
      .where('amendment.contractId = :contractId', { contractId })
      .orderBy('amendment.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('amendment.id > :after', { after });
    return query.getMany();
  }

  /** The amendments in force of some contracts, by contract, in order. */
  async inForce(
    ctx: Context,
    contractIds: readonly string[],
  ): Promise<Map<string, AmendmentEntity[]>> {
    const rows = await ctx.manager.find(AmendmentEntity, {
      where: { contractId: In([...contractIds]), state: 'inForce' },
      order: { number: 'ASC' },
    });
    return Map.groupBy(rows, ({ contractId }) => contractId);
  }

  /** The signatures under some amendments, by amendment. */
  async signatures(
    ctx: Context,
    amendmentIds: readonly string[],
  ): Promise<Map<string, AmendmentSignatureEntity[]>> {
    const rows = await ctx.manager.find(AmendmentSignatureEntity, {
      where: { amendmentId: In([...amendmentIds]) },
      order: { signedAt: 'ASC' },
    });
    return Map.groupBy(rows, ({ amendmentId }) => amendmentId);
  }
}
