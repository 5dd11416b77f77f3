import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { excludedBy, type Answers, type StandingAnswer } from '../../../registers/decisions';
import { criterionMeans, figureCodes, seatSums, type BidFigures, type Sheet } from '../../../rules';
import { Bids, type OpenedBid } from '../../bids';
import type { Lot, Round } from '../../rounds';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatRepository } from '../seats/seat.repository';
import { SheetRepository } from '../sheets/sheet.repository';
import type { ScorableBid, ScoredLotFacts } from './assemble-scored-ranking';

type Given = ReadonlyMap<string, StandingAnswer>;
type SeatedSheet = Sheet & { readonly bidId: string };

/** Gathers what the scores of a lot's bids are made of: sheets by seat and criterion, and what persons have counted and entered. */
@Injectable()
export class ScorableBids {
  constructor(
    private readonly bids: Bids,
    private readonly sheets: SheetRepository,
    private readonly seats: SeatRepository,
  ) {}

  async of(
    ctx: Context,
    round: Round,
    lot: Lot,
    review: readonly PanelEntity[],
    answers: Answers,
  ): Promise<{ bids: ScorableBid[]; facts: ScoredLotFacts }> {
    const qualified = await this.bids.qualified(ctx, lot.id);
    const sheets = await this.sheetsOf(ctx, review);
    const bids: ScorableBid[] = [];
    for (const bid of qualified) {
      const given: Given = answers.get(bid.bidId) ?? new Map();
      const own = sheets.filter(({ bidId }) => bidId === bid.bidId);
      const { bidId, receivedAt, requestedFen: amountFen } = bid;
      bids.push({
        ...{ bidId, receivedAt, amountFen },
        figures: await this.figuresOf(ctx, round, bid, given, own),
        criteria: own.length === 0 ? {} : criterionMeans(round.ruleSet.scoring, own),
        excludedBy: excludedBy(given),
      });
    }
    const voters = answers.get(lot.id)?.get(figureCodes.voters)?.count ?? null;
    return { bids, facts: { voters, decided: [decidedOrder(answers)] } };
  }

  private async figuresOf(
    ctx: Context,
    { ruleSet: { scoring } }: Round,
    { bidId, requestedFen: priceFen }: OpenedBid,
    given: Given,
    sheets: readonly Sheet[],
  ): Promise<Omit<BidFigures, 'bidId' | 'sheets'>> {
    const parts = scoring.parts ?? [];
    const asksHours = parts.some(({ variant }) => variant === 'hours');
    const hours = asksHours ? (await this.bids.application(ctx, bidId)).serviceHours : undefined;
    const points = parts.flatMap(({ code }) => {
      const answer = given.get(figureCodes.part(code))?.points;
      return answer === null || answer === undefined ? [] : [[code, answer] as const];
    });
    return {
      priceFen,
      seats: sheets.length === 0 ? null : seatSums(scoring, sheets),
      votes: given.get(figureCodes.votes)?.count ?? null,
      giftsFen: given.get(figureCodes.gifts)?.amountFen ?? null,
      hours: hours === undefined ? null : String(hours),
      points: Object.fromEntries(points),
    };
  }

  private async sheetsOf(ctx: Context, review: readonly PanelEntity[]): Promise<SeatedSheet[]> {
    const all: SeatedSheet[] = [];
    for (const { id } of review) {
      const seats = new Map(
        (await this.seats.seated(ctx, id)).map((seat) => [seat.id, seat.seatCode]),
      );
      for (const { id: sheetId, bidId, seatId, scores } of await this.sheets.counting(ctx, id)) {
        all.push({ sheetId, bidId, scores, seat: seats.get(seatId)! });
      }
    }
    return all;
  }
}

/** The bids on whose places among equals a person has decided, in the order of these places. */
function decidedOrder(answers: Answers): string[] {
  return [...answers]
    .flatMap(([bidId, given]) => {
      const place = given.get(figureCodes.tie)?.count;
      return place === null || place === undefined ? [] : [{ bidId, place }];
    })
    .sort((a, b) => a.place - b.place || (a.bidId < b.bidId ? -1 : 1))
    .map(({ bidId }) => bidId);
}
