import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { scoringOf, sheetTotal, type GivenScores } from '../../../rules';
import type { OpenedBid } from '../../bids';
import { Rounds } from '../../rounds';
import { KnownObstacles } from '../draw/known-obstacles';
import { PanelBids } from '../panels/panel-bids';
import { PanelRepository } from '../panels/panel.repository';
import { refuseReviews } from '../reviews.refusals';
import { reviewWordings } from '../reviews.wordings';
import { FindSeat } from '../seats/find-seat';
import type { SeatEntity } from '../seats/seat.entity';
import { SheetEntity } from './sheet.entity';
import { SheetRepository } from './sheet.repository';
import { sheetTransitions } from './sheet.transitions';

/** What an expert gives a bid. */
export interface GivenSheet {
  readonly bidId: string;
  readonly scores: GivenScores;
  readonly comment: string;
}

/** Takes an expert's sheet for a bid and locks it: it is never changed again. */
@Injectable()
export class LockSheet {
  constructor(
    private readonly findSeat: FindSeat,
    private readonly rounds: Rounds,
    private readonly panels: PanelRepository,
    private readonly bids: PanelBids,
    private readonly obstacles: KnownObstacles,
    private readonly repository: SheetRepository,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, REVIEWS.NOT_SEATED, REVIEWS.BID_UNKNOWN, REVIEWS.TIED, REVIEWS.ALREADY_SCORED, SCORES.* */
  async execute(ctx: Context, seatId: string, given: GivenSheet): Promise<SheetEntity> {
    const seat = await this.findSeat.forScoring(ctx, 'sheet.lock', seatId);
    const panel = await this.panels.find(ctx, seat.panelId);
    const bids = await this.bids.qualified(ctx, panel!);
    await this.refuseTie(ctx, seat, bidAmong(bids, given.bidId));
    const before = await this.repository.ofSeat(ctx, seat.id);
    if (before.some(({ bidId }) => bidId === given.bidId)) {
      throw refuseReviews('REVIEWS.ALREADY_SCORED', {}, '/bidId');
    }
    const { ruleSet } = await this.rounds.get(ctx, seat.roundId);
    const sheet = await newSheet(
      ctx,
      seat,
      given,
      sheetTotal(scoringOf(ruleSet, panel!.code), given.scores),
    );
    await this.repository.insert(ctx, sheet);
    const isLast = before.length + 1 === bids.length;
    if (isLast) await this.inbox.done(ctx, reviewWordings.score, seat.id);
    await ctx.record({
      name: 'reviews.sheet-locked',
      aggregate: { kind: 'sheet', id: sheet.id, version: 1 },
      move: null,
      roundId: seat.roundId,
      body: { panelId: seat.panelId, seatId: seat.id, bidId: sheet.bidId, digest: sheet.digest },
      audience: { personIds: [seat.personId] },
      nudges: isLast ? [{ kind: 'panelReview', id: seat.panelId }] : [],
    });
    return sheet;
  }

  /** A tie that was registered after the expert took the seat. */
  private async refuseTie(ctx: Context, seat: SeatEntity, bid: OpenedBid): Promise<void> {
    const ties = await this.obstacles.ties(ctx, [seat.expertId], [bid.partyId]);
    if (ties.length > 0) throw refuseReviews('REVIEWS.TIED', {}, '/bidId');
  }
}

function bidAmong(bids: readonly OpenedBid[], bidId: string): OpenedBid {
  const bid = bids.find((one) => one.bidId === bidId);
  if (bid === undefined) throw refuseReviews('REVIEWS.BID_UNKNOWN', {}, '/bidId');
  return bid;
}

async function newSheet(
  ctx: Context,
  seat: SeatEntity,
  { bidId, scores, comment }: GivenSheet,
  total: string,
): Promise<SheetEntity> {
  return Object.assign(new SheetEntity(), {
    id: newId(),
    panelId: seat.panelId,
    seatId: seat.id,
    personId: seat.personId,
    bidId,
    scores: { ...scores },
    total,
    comment,
    digest: digestOf({ seatId: seat.id, bidId, scores: { ...scores }, comment }),
    lockedAt: await ctx.now(),
    state: sheetTransitions.initial,
    reason: null,
    confirmedAt: null,
    version: 1,
  });
}
