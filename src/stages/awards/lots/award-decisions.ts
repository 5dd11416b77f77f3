import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Decisions } from '../../../registers/decisions';
import { awardQuestions, type Step } from '../../../rules';
import { Bids } from '../../bids';
import { Rounds, type Lot } from '../../rounds';

const STEPS: readonly Step[] = ['award', 'notice'];

/** What persons have to note about a lot and its bids before the notice of its awards. */
@Injectable()
export class AwardDecisions {
  constructor(
    private readonly rounds: Rounds,
    private readonly bids: Bids,
    private readonly decisions: Decisions,
  ) {}

  /** Asks it, and @returns whether all is answered. */
  async areSettled(ctx: Context, lot: Lot): Promise<boolean> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const questions = awardQuestions(round.ruleSet);
    if (questions.length === 0) return true;
    const about = { round, unitPath: lot.unitPath, lotId: lot.id };
    const ofLot = questions.filter(({ per }) => per === 'lot');
    const self = [{ id: lot.id, partyId: null }];
    await this.decisions.ask(ctx, ofLot, { ...about, kind: 'lot', things: self });
    const ofBids = questions.filter(({ per }) => per === 'bid');
    const things = (await this.bids.qualified(ctx, lot.id)).map(({ bidId: id, partyId }) => ({
      ...{ id, partyId },
    }));
    await this.decisions.ask(ctx, ofBids, { ...about, kind: 'bid', things });
    const ids = [lot.id, ...things.map(({ id }) => id)];
    return (await this.decisions.settled(ctx, ids, STEPS)) !== null;
  }
}
