import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { LotEntity } from './lot.entity';

/** A bid as it counts at the close. */
export interface CountedBid {
  readonly bidId: string;
  /** SHA-256 of the header of its last version, in hex. */
  readonly headerDigest: string;
}

/** What the corrections of a call mean for bids that name an earlier revision of its rules. */
export interface RevisionsOfBids {
  /** The last revision that changed more than the deadline: a bid that names an earlier one has not taken account of it. */
  readonly changedBy: number;
  /** The last revision for which new versions are demanded: a bid that names an earlier one lapses at the close. */
  readonly demandedBy: number;
}

/** What rounds must ask of the bids in a lot, which a later stage keeps. */
export interface ClosingCount {
  /** The bids that count, in any order. */
  counting(ctx: Context, lotId: string): Promise<CountedBid[]>;
  /** Who has a bid in the round that was not withdrawn; they are told of corrections. */
  bidders(ctx: Context, roundId: string): Promise<string[]>;
  /** The rules were corrected: those whose bids name an earlier revision are asked to look at them again. */
  corrected(ctx: Context, roundId: string, revisions: RevisionsOfBids): Promise<void>;
  /** The deadline is over, before the bids are counted: what corrections have demanded in vain lapses. */
  lapseOutdated(ctx: Context, lotId: string, revisions: RevisionsOfBids): Promise<void>;
  /** The lot was cancelled: its bids are never opened. */
  lapse(ctx: Context, lotId: string): Promise<void>;
  /** The lot has closed: its officers are told, once. */
  closed(ctx: Context, lot: Readonly<LotEntity>): Promise<void>;
}

/** Where the stage of bids puts itself at start-up, as rounds come before it and cannot call it by name. */
@Injectable()
export class BidBook {
  private keeper: ClosingCount | null = null;

  /** @throws Error when there is a keeper already */
  keptBy(keeper: ClosingCount): void {
    if (this.keeper !== null) throw new Error('two keepers of the bid book');
    this.keeper = keeper;
  }

  /** @throws Error when the application was put together without the stage of bids */
  get book(): ClosingCount {
    if (this.keeper === null) throw new Error('nobody keeps the bid book');
    return this.keeper;
  }
}
