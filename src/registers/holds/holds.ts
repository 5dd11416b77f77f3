import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { HoldEntity } from './hold.entity';
import { HoldRepository } from './hold.repository';
import { holdTransitions } from './hold.transitions';

/** A hold to be placed. */
export interface NewHold {
  readonly subject: { readonly kind: 'award' | 'lot'; readonly id: string };
  readonly cause: HoldCause;
  /** The unit in charge of the subject. */
  readonly unitPath: string;
  readonly reason: string;
}

/** What a hold was placed for. */
export interface HoldCause {
  readonly kind: 'challenge' | 'rectification' | 'evaluation';
  readonly id: string;
}

/** A hold as other modules see it. */
export interface Hold {
  readonly id: string;
  readonly subject: { readonly kind: 'award' | 'lot'; readonly id: string };
  readonly cause: HoldCause;
  readonly reason: string;
}

/** What must not go on for the moment. */
@Injectable()
export class Holds {
  constructor(private readonly repository: HoldRepository) {}

  /** Places a hold; the same one twice is one. Waits until everybody who found none is through. */
  async place(ctx: Context, wanted: NewHold): Promise<void> {
    const { subject, cause } = wanted;
    await this.repository.closeGate(ctx, subject.id);
    const standing = await this.repository.standingOn(ctx, [subject.id]);
    if (standing.some(({ causeId }) => causeId === cause.id)) return;
    const hold = Object.assign(new HoldEntity(), {
      id: newId(),
      unitPath: wanted.unitPath,
      subjectKind: subject.kind,
      subjectId: subject.id,
      causeKind: cause.kind,
      causeId: cause.id,
      reason: wanted.reason,
      state: holdTransitions.initial,
      placedAt: await ctx.now(),
      liftedAt: null,
      version: 1,
    });
    await this.repository.insert(ctx, hold);
    await record(ctx, hold, 'holds.hold-placed', null);
  }

  /** Lifts every hold of a cause; does nothing when none stands. */
  async lift(ctx: Context, cause: HoldCause): Promise<void> {
    for (const hold of await this.repository.lockStandingOf(ctx, cause.id)) {
      hold.state = holdTransitions.next(hold.state, 'lift');
      hold.liftedAt = await ctx.now();
      hold.version += 1;
      await this.repository.update(ctx, hold);
      await record(ctx, hold, 'holds.hold-lifted', 'lift');
    }
  }

  /**
   * The holds that stand on some subjects. When there is none there will be none until the caller's transaction ends, so
   * what is done on the strength of the answer is done without a hold.
   */
  async active(ctx: Context, subjectIds: readonly string[]): Promise<Hold[]> {
    await this.repository.passGates(ctx, subjectIds);
    return (await this.repository.standingOn(ctx, subjectIds)).map(toHold);
  }
}

function toHold({ id, subjectKind, subjectId, causeKind, causeId, reason }: HoldEntity): Hold {
  return {
    id,
    subject: { kind: subjectKind, id: subjectId },
    cause: { kind: causeKind, id: causeId },
    reason,
  };
}

async function record(
  ctx: Context,
  hold: HoldEntity,
  name: string,
  move: string | null,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'hold', id: hold.id, version: hold.version },
    move,
    body: {
      subject: { kind: hold.subjectKind, id: hold.subjectId },
      cause: { kind: hold.causeKind, id: hold.causeId },
    },
    audience: { unitPaths: [hold.unitPath] },
  });
}
