import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printAmount, type Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import { Rounds, type Round } from '../../rounds';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { awardWordings } from '../award.wordings';
import { CommissionRules, type CommissionDraws } from './commission-rules';
import { requireSoundPlan, type CommissionPlan } from './commission-plan';

/** What an officer wants to commission. */
export interface WantedCommission {
  readonly partyId: string;
  readonly title: string;
  readonly amountFen: Fen;
  /** Why this organization and no competition; it is published. */
  readonly reason: string;
  readonly plan: CommissionPlan;
}

/** An officer proposes a directed commission 定向委托: one organization, without a contest, with a reason. */
@Injectable()
export class ProposeCommission {
  constructor(
    private readonly rounds: Rounds,
    private readonly parties: Parties,
    private readonly rules: CommissionRules,
    private readonly moves: AwardMoves,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, PARTIES.UNKNOWN, PEOPLE.DUTIES_CONFLICT, AWARDS.ROUND_NOT_OPEN, AWARDS.PARTY_SANCTIONED,
   * AWARDS.ABOVE_BUDGET, AWARDS.LINE_UNKNOWN, AWARDS.COUNT_OUT_OF_RANGE, AWARDS.BUDGET_MISMATCH
   */
  async execute(ctx: Context, roundId: string, wanted: WantedCommission): Promise<AwardEntity> {
    const round = await this.rounds.get(ctx, roundId);
    ctx.require('commission.propose', { unitPath: round.unitPath, roundId });
    await this.parties.get(ctx, wanted.partyId);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    requireSoundPlan(round.ruleSet, wanted.plan, wanted.amountFen);
    const award = newCommission(ctx, round, wanted);
    Object.assign(award, await this.rules.drawsFor(ctx, round, award));
    await this.moves.begin(ctx, award);
    await this.inbox.open(ctx, {
      kind: awardWordings.approveSingle,
      subject: { kind: 'award', id: award.id },
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      facts: { title: award.title, amount: printAmount(award.amountFen) },
    });
    return award;
  }
}

function newCommission(ctx: Context, round: Round, wanted: WantedCommission): AwardEntity {
  const none: CommissionDraws = { draws: [], explanation: null };
  return {
    id: newId(),
    roundId: round.id,
    lotId: null,
    bidId: null,
    partyId: wanted.partyId,
    unitPath: round.unitPath,
    basis: 'directed-commission',
    title: wanted.title,
    rank: null,
    category: null,
    amountFen: wanted.amountFen,
    ...none,
    state: 'proposed',
    hasOwnNotice: true,
    publishedAt: null,
    confirmedAt: null,
    proposedBy: ctx.personId,
    approvedBy: null,
    plan: wanted.plan,
    commissionReason: wanted.reason,
    reason: null,
    version: 1,
  };
}
