import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments } from '../../../registers/attachments';
import { ContractEntity } from '../contract.entity';
import { ChangeEntity } from './change.entity';

/** Reads of changes; whoever may read a contract may read them. */
@Injectable()
export class ChangesQuery implements OnModuleInit {
  constructor(private readonly attachments: Attachments) {}

  onModuleInit(): void {
    this.attachments.readableBy('contractChange', async (ctx, id) => {
      const change = requireFound(await ctx.manager.findOneBy(ChangeEntity, { id }));
      await this.requireReadable(ctx, change.contractId);
      return () => true;
    });
  }

  /** The changes of a contract, in the order in which they were asked for. @throws ACCESS.NOT_FOUND */
  async list(
    ctx: Context,
    contractId: string,
    limit: number,
    after?: string,
  ): Promise<ChangeEntity[]> {
    await this.requireReadable(ctx, contractId);
    const query = ctx.manager
      .createQueryBuilder(ChangeEntity, 'change')
      .where('change.contractId = :contractId', { contractId })
      .orderBy('change.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('change.id > :after', { after });
    return query.getMany();
  }

  private async requireReadable(ctx: Context, contractId: string): Promise<void> {
    const contract = requireFound(await ctx.manager.findOneBy(ContractEntity, { id: contractId }));
    const { unitPath, roundId, partyId } = contract;
    ctx.require('contractChange.list', { unitPath, roundId, partyIds: [partyId] });
  }
}
