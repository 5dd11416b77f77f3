import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { LotEntity } from './lot.entity';
import type { LotState } from './lot.transitions';
import { ProgrammeEntity } from './programme.entity';
import { RoundEntity } from './round.entity';
import type { RoundState } from './round.transitions';
import { RuleSetRevisionEntity } from './rule-set-revision.entity';

/** A lot as a bidder finds it behind the gate. */
export interface EnteredRow {
  readonly roundId: string;
  readonly unitPath: string;
  readonly code: string;
  readonly state: LotState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly roundCode: string;
  readonly roundState: RoundState;
  readonly revision: number;
  readonly at: Date;
}

// Not FOR UPDATE: that would also hold up every bidder whose bid refers to the lot, while closing waits for the bidders.
const LOCK = { mode: 'for_no_key_update' } as const;

/** The rows of rounds, their revisions and lots. */
@Injectable()
export class RoundRepository {
  /** @returns false when the unit has one of this name for the year */
  async insertProgramme(ctx: Context, programme: ProgrammeEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, ProgrammeEntity, programme);
  }

  async findProgramme(ctx: Context, id: string): Promise<ProgrammeEntity | null> {
    return ctx.manager.findOneBy(ProgrammeEntity, { id });
  }

  /** @returns false when another round that goes on has the code */
  async insert(ctx: Context, round: RoundEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, RoundEntity, round);
  }

  async update(ctx: Context, { id, ...values }: RoundEntity): Promise<void> {
    await ctx.manager.update(RoundEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<RoundEntity | null> {
    return ctx.manager.findOneBy(RoundEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<RoundEntity | null> {
    return ctx.manager.findOne(RoundEntity, {
      where: { id },
      lock: LOCK,
    });
  }

  async insertRevision(ctx: Context, revision: RuleSetRevisionEntity): Promise<void> {
    await ctx.manager.insert(RuleSetRevisionEntity, revision as object);
  }

  /** The revision of the rule set that is in force. */
  async revisionOf(
    ctx: Context,
    { id: roundId, revision }: RoundEntity,
  ): Promise<RuleSetRevisionEntity> {
    return ctx.manager.findOneByOrFail(RuleSetRevisionEntity, { roundId, revision });
  }

  /** All revisions of a round's rule set, in their order. */
  async revisionsOf(ctx: Context, roundId: string): Promise<RuleSetRevisionEntity[]> {
    return ctx.manager.find(RuleSetRevisionEntity, {
      where: { roundId },
      order: { revision: 'ASC' },
    });
  }

  async insertLot(ctx: Context, lot: LotEntity): Promise<void> {
    await ctx.manager.insert(LotEntity, lot);
  }

  async updateLot(ctx: Context, { id, ...values }: LotEntity): Promise<void> {
    await ctx.manager.update(LotEntity, { id }, values);
  }

  async findLot(ctx: Context, id: string): Promise<LotEntity | null> {
    return ctx.manager.findOneBy(LotEntity, { id });
  }

  async lockLot(ctx: Context, id: string): Promise<LotEntity | null> {
    return ctx.manager.findOne(LotEntity, { where: { id }, lock: LOCK });
  }

  async lotsOf(ctx: Context, roundId: string): Promise<LotEntity[]> {
    return ctx.manager.find(LotEntity, { where: { roundId }, order: { id: 'ASC' } });
  }

  async lockLotsOf(ctx: Context, roundId: string): Promise<LotEntity[]> {
    return ctx.manager.find(LotEntity, {
      where: { roundId },
      order: { id: 'ASC' },
      lock: LOCK,
    });
  }

  /** Takes the shared gate of a lot, and reads the lot and the time behind it. */
  async enter(ctx: Context, lotId: string): Promise<EnteredRow | null> {
    const [row] = await ctx.ask<EnteredRow | { roundId: null }>(ENTER_LOT, [lotId]);
    return row === undefined || row.roundId === null ? null : row;
  }

  /** Takes the gate of a lot alone: waits for the bidders under way, and keeps new ones out until the end. */
  async shut(ctx: Context, lotId: string): Promise<void> {
    await ctx.manager.query(`SELECT shut_lot($1)`, [lotId]);
  }
}

const ENTER_LOT = {
  name: 'enter_lot',
  text: `SELECT round_id AS "roundId", unit_path AS "unitPath", code, state, opens_at AS "opensAt",
    closes_at AS "closesAt", round_code AS "roundCode", round_state AS "roundState", revision, at FROM enter_lot($1)`,
};
