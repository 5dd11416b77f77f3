import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../../registers/inbox';
import { leastBids } from '../../rules';
import { Rounds, type Lot } from '../rounds';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidWordings } from './bid.wordings';
import { LapseBid } from './lapse-bid';

/** A lot with fewer valid bids than its rules need fails 流标: unopened when too few came, unreviewed when too few qualified. */
@Injectable()
export class TooFewBids {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly lapseBid: LapseBid,
    private readonly inbox: Inbox,
  ) {}

  /** Whether so few have come that a closed lot is not to be opened. */
  async isShort(ctx: Context, { roundId, bidCount }: Lot): Promise<boolean> {
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    return bidCount! < leastBids(ruleSet);
  }

  /** At the close: what came lapses without being opened. @returns whether the lot has failed; the caller has locked it */
  async failsAtClose(ctx: Context, lot: Lot): Promise<boolean> {
    if (!(await this.isShort(ctx, lot))) return false;
    const bids = await this.repository.lockInState(ctx, lot.id, 'submitted');
    for (const bid of bids) {
      await this.lapseBid.execute(ctx, bid);
      await this.tell(ctx, lot, bid);
    }
    await this.rounds.failLot(ctx, lot, bids.length === 0 ? 'no-bids' : 'too-few');
    return true;
  }

  /** After the qualification check. @returns whether the lot has failed; the caller has locked it */
  async failsAtQualification(ctx: Context, lot: Lot): Promise<boolean> {
    const qualified = await this.repository.lockInState(ctx, lot.id, 'qualified');
    const { ruleSet } = await this.rounds.get(ctx, lot.roundId);
    if (qualified.length >= leastBids(ruleSet)) return false;
    for (const bid of qualified) await this.tell(ctx, lot, bid);
    await this.rounds.failLot(ctx, lot, qualified.length === 0 ? 'none-qualified' : 'too-few');
    return true;
  }

  private async tell(ctx: Context, { roundId }: Lot, bid: BidEntity): Promise<void> {
    const { code, ruleSet } = await this.rounds.get(ctx, roundId);
    const { submittedBy } = requireFound(await this.repository.findLastVersion(ctx, bid));
    const facts = { round: code, least: leastBids(ruleSet) };
    const subject = { kind: 'bid', id: bid.id };
    await this.inbox.write(ctx, [submittedBy], bidWordings.tooFew, subject, facts);
  }
}
