import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Decisions, type Answers } from '../../registers/decisions';
import { questionsAt, type Step } from '../../rules';
import type { Lot, Round } from '../rounds';
import type { BidEntity } from './bid.entity';

/** What is decided of a bid before it is qualified. */
const STEPS: readonly Step[] = ['forwarding', 'qualification', 'shortlisting'];

/** What persons decide on bids, by the round's rules, beside the checks of the qualification. */
@Injectable()
export class BidDecisions {
  constructor(private readonly decisions: Decisions) {}

  /**
   * Asks what has to be decided of bids before they are qualified.
   * @returns the answers; null while one is missing
   */
  async onBids(
    ctx: Context,
    round: Round,
    lot: Lot,
    bids: readonly BidEntity[],
  ): Promise<Answers | null> {
    const questions = questionsAt(round.ruleSet, 'bid', STEPS);
    if (questions.length === 0) return new Map();
    await this.decisions.ask(ctx, questions, {
      ...{ round, unitPath: lot.unitPath, lotId: lot.id, kind: 'bid' },
      things: bids.map(({ id, partyId }) => ({ id, partyId })),
    });
    return this.decisions.settled(
      ctx,
      bids.map(({ id }) => id),
      STEPS,
    );
  }

  /** A bid that a check has put out needs no decision any more. */
  async withdrawn(ctx: Context, { id }: BidEntity): Promise<void> {
    await this.decisions.withdraw(ctx, [id], STEPS);
  }
}
