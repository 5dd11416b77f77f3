import { Injectable } from '@nestjs/common';
import { duties } from '../../access/duties';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { requireFound } from '../../platform/http/require-found';
import { People } from '../../registers/people';
import type { Role } from '../../rules';
import type { BidCheckEntity, CheckVerdict } from './bid-check.entity';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { refuseBids } from './bid.refusals';
import { bidTransitions } from './bid.transitions';
import { CheckedRules } from './checked-rules';
import { deciderOfPlanned } from './deciders';
import { QualificationRepository } from './qualification.repository';

/** What a person decides on a bid. */
export interface Judgement {
  /** The code of a check that no rule decides. */
  readonly code: string;
  readonly verdict: CheckVerdict;
  readonly reason: string;
}

/** Whoever holds the duty that the rules name decides a check of the qualification that no rule can, with a reason that the bidder reads. */
@Injectable()
export class JudgeBid {
  constructor(
    private readonly rules: CheckedRules,
    private readonly repository: BidRepository,
    private readonly checks: QualificationRepository,
    private readonly people: People,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, ACCESS.DUTY_MISSING, STATE.OUT_OF_ORDER, BIDS.CHECK_UNKNOWN, BIDS.CHECK_DECIDED,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, bidId: string, judgement: Judgement): Promise<BidEntity> {
    const bid = requireFound(await this.repository.lock(ctx, bidId));
    const { unitPath, roundId } = bid;
    const decider = await this.deciderOf(ctx, bid, judgement.code);
    // A check that is not there is the programme officer's to ask for.
    requireDuty(ctx, bid, decider ?? 'organizer');
    ctx.matches(bid.version);
    bidTransitions.next(bid.state, judgement.verdict === 'pass' ? 'qualify' : 'disqualify');
    const { code } = judgement;
    if (decider === null) throw refuseBids('BIDS.CHECK_UNKNOWN', { code }, '/code');
    await this.people.noteDuty(ctx, ctx.personId, roundId, duties[decider].group);
    await this.store(ctx, bid, judgement);
    bid.version += 1;
    await this.repository.update(ctx, bid);
    await ctx.record({
      name: 'bids.bid-judged',
      aggregate: { kind: 'bid', id: bidId, version: bid.version },
      move: null,
      roundId,
      body: { lotId: bid.lotId, check: code, verdict: judgement.verdict },
      audience: { unitPaths: [unitPath] },
      nudges: [{ kind: 'round', id: roundId }],
    });
    return bid;
  }

  /** Null where the bid is asked no such check, or a rule decides it alone. */
  private async deciderOf(ctx: Context, bid: BidEntity, code: string): Promise<Role | null> {
    const asked = (await this.rules.asked(ctx, [bid])).get(bid.id) ?? [];
    const planned = asked.find((one) => one.code === code);
    return planned === undefined ? null : deciderOfPlanned(planned);
  }

  private async store(
    ctx: Context,
    { id: bidId, lotId }: BidEntity,
    { code, verdict, reason }: Judgement,
  ): Promise<void> {
    const check: BidCheckEntity = {
      ...{ bidId, code, lotId, verdict, reason, facts: {}, asOf: null, explanation: null },
      ...{ decidedBy: ctx.personId, decidedAt: await ctx.now() },
    };
    if (!(await this.checks.insertOne(ctx, check))) {
      throw refuseBids('BIDS.CHECK_DECIDED', { code }, '/code');
    }
  }
}

/**
 * Passes when the check is the caller's to decide.
 * @throws ACCESS.NOT_FOUND out of the caller's reach, ACCESS.DUTY_MISSING where it is another duty's
 */
function requireDuty(ctx: Context, { number, unitPath, roundId }: BidEntity, onlyDuty: Role): void {
  // Before its opening a bid is absent for everyone but its party.
  const subject = number === null ? {} : { unitPath, roundId };
  if (!ctx.caller.mandates.some(({ duty }) => duty === onlyDuty)) {
    ctx.require('bid.check', subject);
    throw refuseAccess('ACCESS.DUTY_MISSING');
  }
  ctx.require('bid.check', { ...subject, onlyDuty });
}
