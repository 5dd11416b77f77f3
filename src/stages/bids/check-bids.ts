import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Credit } from '../../registers/credit';
import { Inbox } from '../../registers/inbox';
import { Parties } from '../../registers/parties';
import { People } from '../../registers/people';
import type { Role, RuleSet } from '../../rules';
import type { Lot, Round } from '../rounds';
import type { BidCheckEntity } from './bid-check.entity';
import { bidWordings } from './bid.wordings';
import { checkedBid } from './checked-bid';
import { deciderOfPlanned } from './deciders';
import { askedChecks, outcomeOf, type CheckedBid } from './qualification-checks';
import { QualificationRepository, type BidToCheck } from './qualification.repository';

/** The part of the qualification check that the rules decide, once for every opened bid. */
@Injectable()
export class CheckBids {
  constructor(
    private readonly repository: QualificationRepository,
    private readonly parties: Parties,
    private readonly credit: Credit,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Checks what no rule has looked at yet; where people have to decide as well, they are told.
   * @param ruleSets by revision: each bid is checked by the one that it names
   */
  async byRule(
    ctx: Context,
    lot: Lot,
    round: Round,
    ruleSets: ReadonlyMap<number, RuleSet>,
  ): Promise<void> {
    const bids = await this.repository.unchecked(ctx, lot.id, round.id);
    if (bids.length === 0) return;
    const closesOn = lastDayOf(lot.closesAt);
    const candidates = await this.candidatesOf(ctx, bids, closesOn);
    const by = { lotId: lot.id, asOf: closesOn, reason: null, decidedBy: null };
    const decidedAt = await ctx.now();
    const deciders = new Set<Role>();
    for (const [bidId, { bid, revision }] of candidates) {
      const rules = ruleSets.get(revision)!;
      const checks = askedChecks(rules, bid).flatMap((planned): BidCheckEntity[] => {
        const outcome = outcomeOf(planned, bid, rules, closesOn);
        if (outcome !== null) return [{ bidId, code: planned.code, ...by, ...outcome, decidedAt }];
        deciders.add(deciderOfPlanned(planned)!);
        return [];
      });
      await this.repository.insert(ctx, checks);
    }
    for (const duty of deciders) await this.tell(ctx, lot, round, duty);
  }

  /** What the rules look at, by bid, with the revision of the rules that the bid names. */
  private async candidatesOf(
    ctx: Context,
    bids: readonly BidToCheck[],
    closesOn: Day,
  ): Promise<Map<string, { bid: CheckedBid; revision: number }>> {
    const partyIds = [...new Set(bids.map(({ partyId }) => partyId))];
    const parties = new Map(
      (await this.parties.getMany(ctx, partyIds)).map((party) => [party.id, party]),
    );
    const records = await this.credit.recordsOf(ctx, partyIds, closesOn);
    return new Map(
      bids.map((bid) => {
        const checked = checkedBid(bid, parties.get(bid.partyId)!, records.get(bid.partyId)!);
        return [bid.bidId, { bid: checked, revision: bid.revision }];
      }),
    );
  }

  private async tell(ctx: Context, lot: Lot, { code, unitId }: Round, duty: Role): Promise<void> {
    const subject = { kind: 'lot', id: lot.id };
    const facts = { round: code };
    await this.inbox.open(ctx, {
      kind: bidWordings.judge,
      subject,
      to: { duty, scope: { kind: 'unit', id: unitId } },
      facts,
    });
    const holders = await this.people.holdersAtUnit(ctx, duty, lot.unitPath);
    await this.inbox.write(ctx, holders, bidWordings.judge, subject, facts);
  }
}

/** The last day on which bids were taken; the closing moment itself is too late. */
function lastDayOf(closesAt: Instant): Day {
  return dayOf(new Date(closesAt.getTime() - 1));
}
