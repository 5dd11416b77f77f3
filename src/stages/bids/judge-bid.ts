import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { People } from '../../registers/people';
import type { RuleSet } from '../../rules';
import { Rounds } from '../rounds';
import type { BidCheckEntity, CheckVerdict } from './bid-check.entity';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { refuseBids } from './bid.refusals';
import { bidTransitions } from './bid.transitions';
import { QualificationRepository } from './qualification.repository';

/** What a person decides on a bid. */
export interface Judgement {
  /** The code of a judged check of the rule set. */
  readonly code: string;
  readonly verdict: CheckVerdict;
  readonly reason: string;
}

/** A person decides a check of the qualification that no rule can, with a reason that the bidder reads. */
@Injectable()
export class JudgeBid {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly checks: QualificationRepository,
    private readonly people: People,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, BIDS.CHECK_UNKNOWN, BIDS.CHECK_DECIDED, PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, bidId: string, judgement: Judgement): Promise<BidEntity> {
    const bid = requireFound(await this.repository.lock(ctx, bidId));
    const { unitPath, roundId } = bid;
    // Before its opening a bid is absent for everyone but its party.
    ctx.require('bid.check', bid.number === null ? {} : { unitPath, roundId });
    ctx.matches(bid.version);
    bidTransitions.next(bid.state, judgement.verdict === 'pass' ? 'qualify' : 'disqualify');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    await this.store(ctx, bid, judgement);
    bid.version += 1;
    await this.repository.update(ctx, bid);
    await ctx.record({
      name: 'bids.bid-judged',
      aggregate: { kind: 'bid', id: bidId, version: bid.version },
      move: null,
      roundId,
      body: { lotId: bid.lotId, check: judgement.code, verdict: judgement.verdict },
      audience: { unitPaths: [unitPath] },
      nudges: [{ kind: 'round', id: roundId }],
    });
    return bid;
  }

  private async store(
    ctx: Context,
    bid: BidEntity,
    { code, verdict, reason }: Judgement,
  ): Promise<void> {
    const { id: bidId, lotId } = bid;
    const { qualification } = await this.rulesOf(ctx, bid);
    const isJudged = qualification.some(
      (check) => check.variant === 'judged' && check.code === code,
    );
    if (!isJudged) throw refuseBids('BIDS.CHECK_UNKNOWN', { code }, '/code');
    const decided = { decidedBy: ctx.personId, decidedAt: await ctx.now() };
    const check: BidCheckEntity = { bidId, code, lotId, verdict, reason, facts: {}, ...decided };
    if (!(await this.checks.insertOne(ctx, check))) {
      throw refuseBids('BIDS.CHECK_DECIDED', { code }, '/code');
    }
  }

  /** The rules that the bid names: a later correction asks nothing else of it. */
  private async rulesOf(ctx: Context, bid: BidEntity): Promise<RuleSet> {
    const { revision } = requireFound(await this.repository.findLastVersion(ctx, bid));
    return (await this.rounds.ruleSets(ctx, bid.roundId)).get(revision)!;
  }
}
