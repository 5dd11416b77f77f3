import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { HoldEntity } from './hold.entity';

/** The rows of holds, and the gate between those who place one and those who go on because there is none. */
@Injectable()
export class HoldRepository {
  async insert(ctx: Context, hold: HoldEntity): Promise<void> {
    await ctx.manager.insert(HoldEntity, hold);
  }

  async update(ctx: Context, { id, ...values }: HoldEntity): Promise<void> {
    await ctx.manager.update(HoldEntity, { id }, values);
  }

  /** Who places a hold waits until everybody who found none is through. */
  async closeGate(ctx: Context, subjectId: string): Promise<void> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('hold/' || $1, 0))`, [
      subjectId,
    ]);
  }

  /** Who goes on because there is no hold keeps one from being placed until this transaction ends. */
  async passGates(ctx: Context, subjectIds: readonly string[]): Promise<void> {
    await ctx.manager.query(
      `SELECT pg_advisory_xact_lock_shared(hashtextextended('hold/' || id, 0))
       FROM (SELECT DISTINCT unnest($1::text[]) AS id ORDER BY id) gates`,
      [subjectIds],
    );
  }

  async standingOn(ctx: Context, subjectIds: readonly string[]): Promise<HoldEntity[]> {
    return ctx.manager
      .createQueryBuilder(HoldEntity, 'hold')
      .where(`hold.state = 'standing' AND hold.subjectId = ANY(:subjectIds::uuid[])`, {
        subjectIds,
      })
      .orderBy('hold.id')
      .getMany();
  }

  /** The standing holds of a cause, locked. */
  async lockStandingOf(ctx: Context, causeId: string): Promise<HoldEntity[]> {
    return ctx.manager.find(HoldEntity, {
      where: { causeId, state: 'standing' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
