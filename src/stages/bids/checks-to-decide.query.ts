import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { rowOf } from '../../access/access-table';
import type { Subject } from '../../access/access.types';
import { allowedBy } from '../../access/decide';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { Role } from '../../rules';
import { isAtOrPast, Rounds } from '../rounds';
import { ApplicationEntity } from './application.entity';
import { BidEntity } from './bid.entity';
import { CheckedRules } from './checked-rules';
import { deciderOfPlanned } from './deciders';
import type { PlannedCheck } from './qualification-checks';
import { QualificationRepository } from './qualification.repository';

/** A bid with the checks that the caller has to decide. */
export interface BidToDecide {
  readonly bid: BidEntity;
  readonly application: ApplicationEntity | null;
  readonly checks: readonly PlannedCheck[];
}

/** What of the qualification is a person's own to decide, whatever the duty that the rules name. */
@Injectable()
export class ChecksToDecideQuery {
  constructor(
    private readonly rounds: Rounds,
    private readonly rules: CheckedRules,
    private readonly checks: QualificationRepository,
  ) {}

  /**
   * A page of the opened bids of a lot, by id, those without anything for the caller to decide left empty.
   * @throws ACCESS.NOT_FOUND, also before the opening
   */
  async list(ctx: Context, lotId: string, limit: number, after?: string): Promise<BidToDecide[]> {
    const { unitPath, roundId, state } = await this.rounds.lot(ctx, lotId);
    ctx.require('check.list', { unitPath, roundId });
    if (state === 'cancelled' || !isAtOrPast(state, 'opened')) {
      throw refuseAccess('ACCESS.NOT_FOUND');
    }
    const query = ctx.manager
      .createQueryBuilder(BidEntity, 'bid')
      .where(`bid.lotId = :lotId AND bid.state = 'opened'`, { lotId })
      .orderBy('bid.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('bid.id > :after', { after });
    return this.withChecks(ctx, await query.getMany());
  }

  /** Whether the caller has, or had, to decide a check of an opened bid: then they read what is attached to it. */
  async concerns(ctx: Context, bid: BidEntity): Promise<boolean> {
    const asked = (await this.rules.asked(ctx, [bid])).get(bid.id) ?? [];
    return asked.some((planned) => isOwn(ctx, bid, planned));
  }

  private async withChecks(ctx: Context, bids: readonly BidEntity[]): Promise<BidToDecide[]> {
    const asked = await this.rules.asked(ctx, bids);
    const decided = new Set(
      (await this.checks.ofBids(ctx, [...asked.keys()])).map(
        ({ bidId, code }) => `${bidId} ${code}`,
      ),
    );
    const open = bids.map((bid) => ({
      bid,
      checks: (asked.get(bid.id) ?? []).filter(
        (planned) => isOwn(ctx, bid, planned) && !decided.has(`${bid.id} ${planned.code}`),
      ),
    }));
    const waiting = open.filter(({ checks }) => checks.length > 0).map(({ bid }) => bid.id);
    const applications = await ctx.manager.findBy(ApplicationEntity, { bidId: In(waiting) });
    const byBid = new Map(applications.map((one) => [one.bidId, one]));
    return open.map((one) => ({ ...one, application: byBid.get(one.bid.id) ?? null }));
  }
}

function isOwn(ctx: Context, { unitPath, roundId }: BidEntity, planned: PlannedCheck): boolean {
  const duty = deciderOfPlanned(planned);
  return duty !== null && holds(ctx, { unitPath, roundId, onlyDuty: duty });
}

function holds(ctx: Context, subject: Subject & { readonly onlyDuty: Role }): boolean {
  return allowedBy(rowOf('bid.check'), ctx.caller, subject) !== null;
}
