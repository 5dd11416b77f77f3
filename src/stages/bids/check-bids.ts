import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Credit } from '../../registers/credit';
import { Inbox } from '../../registers/inbox';
import { Parties, type Party } from '../../registers/parties';
import { People } from '../../registers/people';
import type { RuleSet } from '../../rules';
import type { Lot, Round } from '../rounds';
import type { BidCheckEntity } from './bid-check.entity';
import { bidWordings } from './bid.wordings';
import { outcomeOf, plannedChecks, type CheckedBid } from './qualification-checks';
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
    const partyIds = [...new Set(bids.map(({ partyId }) => partyId))];
    const parties = new Map(
      (await this.parties.getMany(ctx, partyIds)).map((party) => [party.id, party]),
    );
    const decidedAt = await ctx.now();
    let isJudged = false;
    for (const bid of bids) {
      const rules = ruleSets.get(bid.revision)!;
      const planned = plannedChecks(rules);
      isJudged ||= planned.some(({ check }) => check.variant === 'judged');
      const checked = await this.checked(ctx, bid, parties.get(bid.partyId)!, closesOn);
      const checks = planned.flatMap((check): BidCheckEntity[] => {
        const outcome = outcomeOf(check, checked, rules, closesOn);
        if (outcome === null) return [];
        const { code } = check;
        const by = { reason: null, decidedBy: null, decidedAt };
        return [{ bidId: bid.bidId, code, lotId: lot.id, ...outcome, ...by }];
      });
      await this.repository.insert(ctx, checks);
    }
    if (isJudged) await this.tell(ctx, lot, round);
  }

  private async checked(
    ctx: Context,
    bid: BidToCheck,
    { creditCode, registeredOn }: Party,
    closesOn: Day,
  ): Promise<CheckedBid> {
    const sanctions = await this.credit.activeSanctions(ctx, bid.partyId, closesOn);
    return {
      creditCode,
      registeredOn,
      sanctions: sanctions.map(({ code }) => code),
      placeOfOrganization: Number(bid.place),
      category: bid.category,
      budgetFen: bid.budgetFen === null ? null : BigInt(bid.budgetFen),
      ownFundsFen: bid.ownFundsFen === null ? null : BigInt(bid.ownFundsFen),
      requestedFen: bid.requestedFen === null ? null : BigInt(bid.requestedFen),
      faults: bid.faults,
    };
  }

  private async tell(ctx: Context, lot: Lot, { code, unitId }: Round): Promise<void> {
    const subject = { kind: 'lot', id: lot.id };
    const facts = { round: code };
    await this.inbox.open(ctx, {
      kind: bidWordings.judge,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: unitId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', lot.unitPath);
    await this.inbox.write(ctx, organizers, bidWordings.judge, subject, facts);
  }
}

/** The last day on which bids were taken; the closing moment itself is too late. */
function lastDayOf(closesAt: Instant): Day {
  return dayOf(new Date(closesAt.getTime() - 1));
}
