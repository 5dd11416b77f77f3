import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Decisions, type Answers } from '../../../registers/decisions';
import { Inbox } from '../../../registers/inbox';
import { figureCodes, questionsAt, type Step, type VoteOff } from '../../../rules';
import type { Lot, Round } from '../../rounds';
import { awardWordings } from '../award.wordings';

const STEPS: readonly Step[] = ['award'];

/** A bid that is in a vote-off. */
export interface ContestedBid {
  readonly bidId: string;
  readonly partyId: string;
}

/** The vote-off between the bids of a lot that are next behind those awarded directly; a person enters who won. */
@Injectable()
export class VoteOffs {
  constructor(
    private readonly decisions: Decisions,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Asks of each contested bid whether it won. Outcomes that are more or fewer than the rules have are not used: whoever entered
   * them is told, and the lot waits.
   * @returns whether the outcome is known, or there is no vote-off
   */
  async isSettled(
    ctx: Context,
    round: Round,
    lot: Lot,
    contested: readonly ContestedBid[],
  ): Promise<boolean> {
    const { award } = round.ruleSet;
    if (award.variant !== 'vote-off' || contested.length === 0) return true;
    const questions = questionsAt(round.ruleSet, 'bid', STEPS).filter(
      ({ code }) => code === figureCodes.voteOff,
    );
    await this.decisions.ask(ctx, questions, {
      ...{ round, unitPath: lot.unitPath, lotId: lot.id, kind: 'bid' },
      things: contested.map(({ bidId: id, partyId }) => ({ id, partyId })),
    });
    const ids = contested.map(({ bidId }) => bidId);
    const answers = await this.decisions.answered(ctx, ids, STEPS);
    if (answers === null) return false;
    const given = wonOf(answers, ids).length;
    const stand = await this.decisions.answersAbout(ctx, ids);
    const mayChange = ids.some((id) => !stand.get(id)?.has(figureCodes.voteOff));
    if (mayChange && (await this.isMiscounted(ctx, round, lot, award, { given, of: ids.length }))) {
      return false;
    }
    await this.inbox.done(ctx, awardWordings.voteOffMiscounted, lot.id);
    return (await this.decisions.settled(ctx, ids, STEPS)) !== null;
  }

  /** Those of some contested bids that have won, by outcomes that stand; one that nobody was asked about has not. */
  async winnersAmong(ctx: Context, bidIds: readonly string[]): Promise<string[]> {
    return wonOf(await this.decisions.answersAbout(ctx, bidIds), bidIds);
  }

  private async isMiscounted(
    ctx: Context,
    round: Round,
    lot: Lot,
    { winners, by }: VoteOff,
    { given, of }: { readonly given: number; readonly of: number },
  ): Promise<boolean> {
    const wanted = Math.min(winners, of);
    if (given === wanted) return false;
    await this.inbox.open(ctx, {
      kind: awardWordings.voteOffMiscounted,
      subject: { kind: 'lot', id: lot.id },
      to: { duty: by, scope: { kind: 'unit', id: round.unitId } },
      facts: { round: round.code, wanted, given },
    });
    return true;
  }
}

function wonOf(answers: Answers, bidIds: readonly string[]): string[] {
  return bidIds.filter((id) => answers.get(id)?.get(figureCodes.voteOff)?.effect === 'goes-on');
}
