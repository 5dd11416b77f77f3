import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { ContractEntity, ContractSignatureEntity } from './contract.entity';
import type { ContractState } from './contract.transitions';
import type { FilingEntity } from './filing/filing.entity';
import { FilingRepository } from './filing/filing.repository';

/** What a list of contracts may be narrowed to. */
export interface ContractFilter {
  readonly roundId?: string;
  readonly awardId?: string;
  readonly state?: ContractState;
}

/** Reads of contracts and signatures. */
@Injectable()
export class ContractsQuery {
  constructor(private readonly filed: FilingRepository) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<ContractEntity> {
    const contract = await ctx.manager.findOneBy(ContractEntity, { id });
    if (contract === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId } = contract;
    ctx.require('contract.read', { unitPath, roundId, partyIds: [partyId] });
    return contract;
  }

  async list(
    ctx: Context,
    { roundId, awardId, state }: ContractFilter,
    limit: number,
    after?: string,
  ): Promise<ContractEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(ContractEntity, 'contract')
      .orderBy('contract.id')
      .limit(limit);
    withinReach(query, ctx.reach('contract.list'), {
      unitPath: 'contract.unit_path',
      roundId: 'contract.round_id',
      partyId: 'contract.party_id',
    });
    if (roundId !== undefined) query.andWhere('contract.roundId = :roundId', { roundId });
    if (awardId !== undefined) query.andWhere('contract.awardId = :awardId', { awardId });
    if (state !== undefined) query.andWhere('contract.state = :state', { state });
    if (after !== undefined) query.andWhere('contract.id > :after', { after });
    return query.getMany();
  }

  /** The filings of some contracts, by contract. */
  async filings(ctx: Context, contractIds: readonly string[]): Promise<Map<string, FilingEntity>> {
    return this.filed.of(ctx, contractIds);
  }

  /** The signatures under some contracts, by contract. */
  async signatures(
    ctx: Context,
    contractIds: readonly string[],
  ): Promise<Map<string, ContractSignatureEntity[]>> {
    const rows = await ctx.manager.find(ContractSignatureEntity, {
      where: { contractId: In([...contractIds]) },
      order: { signedAt: 'ASC' },
    });
    return Map.groupBy(rows, ({ contractId }) => contractId);
  }
}
