import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { excludedBy } from '../../registers/decisions';
import { Inbox } from '../../registers/inbox';
import { isAtOrPast, Rounds, type Lot, type Round } from '../rounds';
import { BidDecisions } from './bid-decisions';
import type { CheckVerdict } from './bid-check.entity';
import { bidEvents } from './bid-events';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidTransitions } from './bid.transitions';
import { bidWordings } from './bid.wordings';
import { CheckBids } from './check-bids';
import { askedChecks, standingOf, type PlannedCheck } from './qualification-checks';
import { QualificationRepository } from './qualification.repository';
import { TooFewBids } from './too-few-bids';

type Verdicts = ReadonlyMap<string, CheckVerdict>;

/** Brings the opened lots of a round through the qualification check 资格审查. */
@Injectable()
export class QualifyBids {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly checks: QualificationRepository,
    private readonly checkBids: CheckBids,
    private readonly inbox: Inbox,
    private readonly decisions: BidDecisions,
    private readonly tooFew: TooFewBids,
  ) {}

  /** @returns whether every lot is qualified, or past it */
  async ofRound(ctx: Context, roundId: string): Promise<boolean> {
    let areQualified = true;
    for (const { id, state } of await this.rounds.lotsOf(ctx, roundId)) {
      if (isAtOrPast(state, 'qualified')) continue;
      const lot = await this.rounds.lockLot(ctx, id);
      const isDone = lot.state === 'opened' && (await this.ofLot(ctx, lot));
      areQualified &&= isDone;
    }
    return areQualified;
  }

  /** @returns false while people still have to decide on a bid */
  private async ofLot(ctx: Context, lot: Lot): Promise<boolean> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const ruleSets = await this.rounds.ruleSets(ctx, lot.roundId);
    await this.checkBids.byRule(ctx, lot, round, ruleSets);
    const verdicts = await this.verdictsOf(ctx, lot);
    const opened = await this.repository.lockInState(ctx, lot.id, 'opened');
    const ids = opened.map(({ id }) => id);
    const named = await this.repository.revisionsNamed(ctx, ids);
    const scopes = await this.checks.scopesOf(ctx, ids);
    let waiting = 0;
    const passed: BidEntity[] = [];
    for (const bid of opened) {
      const given = verdicts.get(bid.id) ?? new Map<string, CheckVerdict>();
      const planned = askedChecks(ruleSets.get(named.get(bid.id)!)!, scopes.get(bid.id)!);
      const standing = standingOf(planned, given);
      if (standing === null) waiting += 1;
      else if (standing === 'qualify') passed.push(bid);
      else await this.disqualify(ctx, bid, failedOf(planned, given));
    }
    const isDecided = await this.decided(ctx, round, lot, passed);
    if (waiting > 0 || !isDecided) return false;
    await this.conclude(ctx, lot);
    return true;
  }

  private async verdictsOf(ctx: Context, lot: Lot): Promise<Map<string, Verdicts>> {
    const byBid = new Map<string, Map<string, CheckVerdict>>();
    for (const { bidId, code, verdict } of await this.checks.ofLot(ctx, lot.id)) {
      const verdicts = byBid.get(bidId) ?? new Map<string, CheckVerdict>();
      byBid.set(bidId, verdicts.set(code, verdict));
    }
    return byBid;
  }

  /**
   * Asks what persons have to decide on the bids that passed all checks, and settles them once all is answered.
   * @returns false while an answer is missing
   */
  private async decided(
    ctx: Context,
    round: Round,
    lot: Lot,
    passed: readonly BidEntity[],
  ): Promise<boolean> {
    const answers = await this.decisions.onBids(ctx, round, lot, passed);
    if (answers === null) return false;
    for (const bid of passed) {
      const excluded = excludedBy(answers.get(bid.id));
      if (excluded.length > 0) await this.disqualify(ctx, bid, excluded);
      else await this.settle(ctx, bid, 'qualify', []);
    }
    return true;
  }

  private async disqualify(ctx: Context, bid: BidEntity, failed: readonly string[]): Promise<void> {
    await this.decisions.withdrawn(ctx, bid);
    await this.settle(ctx, bid, 'disqualify', failed);
  }

  private async settle(
    ctx: Context,
    bid: BidEntity,
    move: 'qualify' | 'disqualify',
    failed: readonly string[],
  ): Promise<void> {
    bid.state = bidTransitions.next(bid.state, move);
    bid.version += 1;
    await this.repository.update(ctx, bid);
    await ctx.record({
      name: bidEvents[move],
      aggregate: { kind: 'bid', id: bid.id, version: bid.version },
      move,
      roundId: bid.roundId,
      body: { lotId: bid.lotId, failed: [...failed] },
      audience: { unitPaths: [bid.unitPath], partyIds: [bid.partyId] },
    });
    const { submittedBy } = requireFound(await this.repository.findLastVersion(ctx, bid));
    const wording = move === 'qualify' ? bidWordings.qualified : bidWordings.disqualified;
    const facts = { number: bid.number!, checks: failed.join(', ') };
    await this.inbox.write(ctx, [submittedBy], wording, { kind: 'bid', id: bid.id }, facts);
  }

  private async conclude(ctx: Context, lot: Lot): Promise<void> {
    await this.inbox.done(ctx, bidWordings.judge, lot.id);
    if (await this.tooFew.failsAtQualification(ctx, lot)) return;
    const qualified = await this.repository.countInState(ctx, lot.id, 'qualified');
    const disqualified = await this.repository.countInState(ctx, lot.id, 'disqualified');
    await this.rounds.moveLot(ctx, lot, 'qualify', { body: { qualified, disqualified } });
  }
}

function failedOf(planned: readonly PlannedCheck[], verdicts: Verdicts): string[] {
  return planned.map(({ code }) => code).filter((code) => verdicts.get(code) === 'fail');
}
