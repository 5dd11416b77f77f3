import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Decisions, type Answers } from '../../../registers/decisions';
import { REVIEW_STEPS, reviewQuestions, type RoundQuestion, type Step } from '../../../rules';
import { Bids } from '../../bids';
import type { Lot, Round } from '../../rounds';

/** What persons decide and enter about a lot and its bids while it is reviewed. */
@Injectable()
export class ReviewDecisions {
  constructor(
    private readonly bids: Bids,
    private readonly decisions: Decisions,
  ) {}

  /** Asks about the lot and every qualified bid of it; what was asked before is not asked again. */
  async ask(
    ctx: Context,
    round: Round,
    lot: Lot,
    steps: readonly Step[] = REVIEW_STEPS,
  ): Promise<void> {
    const questions = reviewQuestions(round.ruleSet).filter(({ at }) => steps.includes(at));
    const ofLot = questions.filter(({ per }) => per === 'lot');
    const about = { round, unitPath: lot.unitPath, lotId: lot.id };
    const things = [{ id: lot.id, partyId: null }];
    await this.decisions.ask(ctx, ofLot, { ...about, kind: 'lot', things });
    const ofBids = questions.filter(({ per }) => per === 'bid');
    await this.askOf(ctx, round, lot, ofBids, await this.idsOf(ctx, lot));
  }

  /** Asks questions about some bids of a lot. */
  async askOf(
    ctx: Context,
    round: Round,
    lot: Lot,
    questions: readonly RoundQuestion[],
    bidIds: readonly string[],
  ): Promise<void> {
    if (questions.length === 0) return;
    const bids = await this.bids.qualified(ctx, lot.id);
    const things = bids
      .filter(({ bidId }) => bidIds.includes(bidId))
      .map(({ bidId: id, partyId }) => ({ id, partyId }));
    const about = { round, unitPath: lot.unitPath, lotId: lot.id };
    await this.decisions.ask(ctx, questions, { ...about, kind: 'bid', things });
  }

  /** @returns what has been answered for these steps about the lot and its bids; null while an answer is missing */
  async settled(
    ctx: Context,
    lot: Pick<Lot, 'id'>,
    steps: readonly Step[] = REVIEW_STEPS,
  ): Promise<Answers | null> {
    return this.decisions.settled(ctx, [lot.id, ...(await this.idsOf(ctx, lot))], steps);
  }

  /** Whether a person has decided that the lot ends without an award. */
  async endsLot(ctx: Context, { id }: Pick<Lot, 'id'>): Promise<boolean> {
    const answers = (await this.decisions.answersAbout(ctx, [id])).get(id);
    return [...(answers?.values() ?? [])].some(({ effect }) => effect === 'ends');
  }

  /** Nothing more is asked about a bid that is left out. */
  async withdraw(ctx: Context, bidId: string): Promise<void> {
    await this.decisions.withdraw(ctx, [bidId], REVIEW_STEPS);
  }

  private async idsOf(ctx: Context, { id }: Pick<Lot, 'id'>): Promise<string[]> {
    return (await this.bids.qualified(ctx, id)).map(({ bidId }) => bidId);
  }
}
