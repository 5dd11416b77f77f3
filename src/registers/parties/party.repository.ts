import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { PartyEntity } from './party.entity';

/** The rows of parties. */
@Injectable()
export class PartyRepository {
  async insert(ctx: Context, party: PartyEntity): Promise<void> {
    await ctx.manager.insert(PartyEntity, party);
  }

  async update(ctx: Context, { id, ...values }: PartyEntity): Promise<void> {
    await ctx.manager.update(PartyEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<PartyEntity | null> {
    return ctx.manager.findOneBy(PartyEntity, { id });
  }

  async findMany(ctx: Context, ids: readonly string[]): Promise<PartyEntity[]> {
    return ctx.manager.findBy(PartyEntity, { id: In([...ids]) });
  }

  async lock(ctx: Context, id: string): Promise<PartyEntity | null> {
    return ctx.manager.findOne(PartyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
