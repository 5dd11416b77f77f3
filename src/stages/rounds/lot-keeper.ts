import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import type { Audience, Json, ProcessRef } from '../../platform/record/domain-event';
import { lotEvents } from './lot-events';
import type { LotEntity } from './lot.entity';
import { lotTransitions, type LotMove } from './lot.transitions';
import { refuseRounds } from './round.refusals';
import { RoundRepository } from './round.repository';

/** What goes with a move of a lot. */
export interface LotMoved {
  /** Ids, digests, codes, amounts as text. */
  readonly body: Readonly<Record<string, Json>>;
  /** Other processes concerned; the round's own is always told. */
  readonly nudges?: readonly ProcessRef[];
  /** Those who watch the round's unit, unless said otherwise. */
  readonly audience?: Audience;
}

/** The lots of a round whose deadline is not over, locked, and the time at which that was so. */
export interface ShutLots {
  readonly lots: readonly LotEntity[];
  readonly at: Instant;
}

/** The one way in which lots move. */
@Injectable()
export class LotKeeper {
  constructor(private readonly repository: RoundRepository) {}

  /** @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    lot: Readonly<LotEntity>,
    move: LotMove,
    moved: LotMoved,
  ): Promise<LotEntity> {
    const next: LotEntity = {
      ...lot,
      state: lotTransitions.next(lot.state, move),
      version: lot.version + 1,
    };
    await this.repository.updateLot(ctx, next);
    await ctx.record({
      name: lotEvents[move],
      aggregate: { kind: 'lot', id: lot.id, version: next.version },
      move,
      roundId: lot.roundId,
      body: { roundId: lot.roundId, ...moved.body },
      audience: moved.audience ?? { unitPaths: [lot.unitPath] },
      nudges: [{ kind: 'round', id: lot.roundId }, ...(moved.nudges ?? [])],
    });
    return next;
  }

  /**
   * Takes the gates of a round's lots alone, then reads the lots and the time: what is decided now is decided while nobody
   * bids, and what was sent in before is in. Whatever is written down of it is written with that time.
   * @throws ROUNDS.CALL_CLOSED when a lot's deadline is over
   */
  async shutBeforeClose(ctx: Context, roundId: string): Promise<ShutLots> {
    for (const { id } of await this.repository.lotsOf(ctx, roundId)) {
      await this.repository.shut(ctx, id);
    }
    const lots = await this.repository.lockLotsOf(ctx, roundId);
    const at = await ctx.now();
    const isRunning = ({ state, closesAt }: LotEntity) =>
      (state === 'planned' || state === 'open') && at < closesAt;
    if (!lots.every(isRunning)) throw refuseRounds('ROUNDS.CALL_CLOSED');
    return { lots, at };
  }
}
