import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { requireFound } from '../../platform/http/require-found';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Attachments } from '../../registers/attachments';
import type { RuleSet } from '../../rules';
import { isAtOrPast, Rounds } from '../rounds';
import { ApplicationEntity } from './application.entity';
import { BidCheckEntity } from './bid-check.entity';
import { BidEntity } from './bid.entity';
import { BidRepository, type VersionHead } from './bid.repository';
import { CheckedRules } from './checked-rules';
import { ChecksToDecideQuery } from './checks-to-decide.query';
import { OpeningEntity } from './opening.entity';
import type { PlannedCheck } from './qualification-checks';
import { attachedTo } from './seal-version';

/** What a list of bids may be narrowed to. */
export interface BidFilter {
  readonly lotId?: string;
  readonly partyId?: string;
}

/** A bid with its last version and, once it is opened, what was read and checked. */
export interface WholeBid {
  readonly bid: BidEntity;
  readonly version: VersionHead;
  readonly application: ApplicationEntity | null;
  readonly checks: readonly BidCheckEntity[];
}

/** A page of opened bids as they are checked. */
export interface BidsInCheck {
  readonly bids: readonly BidEntity[];
  /** The rules that each names, by bid. */
  readonly rulesOf: ReadonlyMap<string, RuleSet>;
  /** The checks that are for each, by bid. */
  readonly asked: ReadonlyMap<string, readonly PlannedCheck[]>;
  readonly checks: readonly BidCheckEntity[];
}

/** Reads for the pages of bids. Until the opening every one of them answers as if there were only the caller's own. */
@Injectable()
export class BidsQuery implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly attachments: Attachments,
    private readonly rules: CheckedRules,
    private readonly toDecide: ChecksToDecideQuery,
  ) {}

  onModuleInit(): void {
    this.attachments.readableBy('bid', (ctx, bidId) => this.attachedTo(ctx, bidId));
  }

  async list(ctx: Context, filter: BidFilter, limit: number, after?: string): Promise<BidEntity[]> {
    const query = ctx.manager.createQueryBuilder(BidEntity, 'bid').orderBy('bid.id').limit(limit);
    const reach = ctx.reach('bid.list');
    // A number is given at the opening: without one, only the party's own.
    query.andWhere('(bid.number IS NOT NULL OR bid.partyId = ANY(:own::uuid[]))', {
      own: reach.partyIds,
    });
    withinReach(query, reach, {
      unitPath: 'bid.unit_path',
      partyId: 'bid.party_id',
      roundId: 'bid.round_id',
    });
    const { lotId, partyId } = filter;
    if (lotId) query.andWhere('bid.lotId = :lotId', { lotId });
    if (partyId) query.andWhere('bid.partyId = :partyId', { partyId });
    if (after !== undefined) query.andWhere('bid.id > :after', { after });
    return query.getMany();
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, bidId: string): Promise<WholeBid> {
    const bid = requireFound(await this.repository.find(ctx, bidId));
    requireReader(ctx, bid);
    return this.whole(ctx, bid);
  }

  /**
   * Whoever may read a bid reads what is attached to the version that counts, and so does who decides a check of it. The experts
   * of the panel do not: a file carries the name that the application they score leaves out. What a version that was replaced had
   * is its uploader's alone.
   */
  private async attachedTo(ctx: Context, bidId: string): Promise<(id: string) => boolean> {
    const bid = requireFound(await this.repository.find(ctx, bidId));
    if (!(await this.toDecide.concerns(ctx, bid))) requireReader(ctx, bid);
    const { version } = await this.whole(ctx, bid);
    const ids = new Set(attachedTo(version));
    return (id) => ids.has(id);
  }

  /** After an act of the caller's on the bid. */
  async whole(ctx: Context, bid: BidEntity): Promise<WholeBid> {
    const version = requireFound(await this.repository.findLastVersion(ctx, bid));
    if (bid.number === null) return { bid, version, application: null, checks: [] };
    const application = await this.repository.findApplication(ctx, bid.id);
    const checks = await ctx.manager.find(BidCheckEntity, {
      where: { bidId: bid.id },
      order: { decidedAt: 'ASC', code: 'ASC' },
    });
    return { bid, version, application, checks };
  }

  /** The last version with the receipt that was given for it. @throws ACCESS.NOT_FOUND */
  async receipt(ctx: Context, bidId: string): Promise<VersionHead> {
    const bid = requireFound(await this.repository.find(ctx, bidId));
    ctx.require('bid.readReceipt', { partyIds: [bid.partyId] });
    return requireFound(await this.repository.findLastVersion(ctx, bid));
  }

  /** @throws ACCESS.NOT_FOUND until one was asked for */
  async opening(ctx: Context, lotId: string): Promise<OpeningEntity> {
    const opening = requireFound(await ctx.manager.findOneBy(OpeningEntity, { lotId }));
    const { unitPath, roundId } = opening;
    ctx.require('opening.read', { unitPath, roundId });
    return opening;
  }

  /** A page of the opened bids of a lot with their checks, by id. @throws ACCESS.NOT_FOUND before the opening */
  async qualification(
    ctx: Context,
    lotId: string,
    limit: number,
    after?: string,
  ): Promise<BidsInCheck> {
    const lot = await this.rounds.lot(ctx, lotId);
    ctx.require('qualification.read', { unitPath: lot.unitPath, roundId: lot.roundId });
    if (lot.state === 'cancelled' || !isAtOrPast(lot.state, 'opened')) {
      throw refuseAccess('ACCESS.NOT_FOUND');
    }
    const query = ctx.manager
      .createQueryBuilder(BidEntity, 'bid')
      .where('bid.lotId = :lotId AND bid.number IS NOT NULL', { lotId })
      .orderBy('bid.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('bid.id > :after', { after });
    const bids = await query.getMany();
    const checks = await ctx.manager
      .createQueryBuilder(BidCheckEntity, 'bidCheck')
      .where('bidCheck.bidId = ANY(:ids)', { ids: bids.map(({ id }) => id) })
      .getMany();
    const named = await this.repository.revisionsNamed(
      ctx,
      bids.map(({ id }) => id),
    );
    const ruleSets = await this.rounds.ruleSets(ctx, lot.roundId);
    const rulesOf = new Map(bids.map(({ id }) => [id, ruleSets.get(named.get(id)!)!]));
    const asked = await this.rules.asked(ctx, bids);
    return { bids, rulesOf, asked, checks };
  }
}

/** @throws ACCESS.NOT_FOUND */
function requireReader(ctx: Context, { partyId, number, unitPath, roundId }: BidEntity): void {
  const officials = number === null ? {} : { unitPath, roundId };
  ctx.require('bid.read', { partyIds: [partyId], ...officials });
}
