import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { sqlStateOf } from '../../../platform/database/door';
import { TrancheEntity } from './tranche.entity';

const UNIQUE_VIOLATION = '23505';

/** The rows of tranches, locked wherever a decision follows. */
@Injectable()
export class TrancheRepository {
  async insert(ctx: Context, tranche: TrancheEntity): Promise<void> {
    await ctx.manager.insert(TrancheEntity, tranche);
  }

  async update(ctx: Context, { id, ...values }: TrancheEntity): Promise<void> {
    await ctx.manager.update(TrancheEntity, { id }, values);
  }

  /** @returns false when the party has used the invoice number for another tranche; the transaction is lost then */
  async updateClaim(ctx: Context, tranche: TrancheEntity): Promise<boolean> {
    try {
      await this.update(ctx, tranche);
      return true;
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  async lock(ctx: Context, id: string): Promise<TrancheEntity | null> {
    return ctx.manager.findOne(TrancheEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Several tranches, locked, in no order. */
  async lockMany(ctx: Context, ids: readonly string[]): Promise<TrancheEntity[]> {
    return ctx.manager.find(TrancheEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The tranches of a project in their order, as they stand. */
  async ofProject(ctx: Context, projectId: string): Promise<TrancheEntity[]> {
    return ctx.manager.find(TrancheEntity, { where: { projectId }, order: { place: 'ASC' } });
  }

  async idsOfProject(ctx: Context, projectId: string): Promise<string[]> {
    return (await this.ofProject(ctx, projectId)).map(({ id }) => id);
  }

  /** The tranches of a project in their order, locked; whoever plans them does it once, the others wait and find them. */
  async lockOfProject(ctx: Context, projectId: string): Promise<TrancheEntity[]> {
    await ctx.manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('tranches/' || $1, 0))`,
      [projectId],
    );
    return ctx.manager.find(TrancheEntity, {
      where: { projectId },
      order: { place: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
