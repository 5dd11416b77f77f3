import { Injectable } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Fen } from '../../kernel/money';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../../registers/inbox';
import { Parties } from '../../registers/parties';
import type { RuleSet } from '../../rules';
import type { Lot, Round } from '../rounds';
import type { ApplicationEntity } from './application.entity';
import { bidEvents } from './bid-events';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidWordings } from './bid.wordings';
import { bidTransitions } from './bid.transitions';
import type { BidVersionEntity } from './bid-version.entity';
import type { OpeningRecordLine } from './opening-record';
import { OpeningRepository } from './opening.repository';
import { projectMoneyOf } from './project-money-of';
import { readApplication, type ReadApplication } from './read-application';
import { requestedAmount } from './requested-amount';
import { isIntact } from './seal-version';

/** How many bids are in memory at a time, at up to 170 KB each. */
const BATCH = 50;
const NUMBER_DIGITS = 4;
const LOT_DIGITS = 2;

/** Opens the bids of a lot one after the other: a bid that cannot be opened is named and holds up no other. */
@Injectable()
export class OpenBids {
  constructor(
    private readonly repository: OpeningRepository,
    private readonly bids: BidRepository,
    private readonly parties: Parties,
    private readonly signer: ReceiptSigner,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Opens all of them and tells how each came out, numbered in the order of receipt.
   * @param ruleSets by revision: each bid is read by the one that it names
   */
  async ofLot(
    ctx: Context,
    lot: Lot,
    round: Round,
    ruleSets: ReadonlyMap<number, RuleSet>,
  ): Promise<OpeningRecordLine[]> {
    const toOpen = await this.repository.toOpen(ctx, lot.id);
    const lines: OpeningRecordLine[] = [];
    for (let from = 0; from < toOpen.length; from += BATCH) {
      const batch = toOpen.slice(from, from + BATCH);
      const versions = new Map(
        (await this.repository.versions(ctx, batch)).map((version) => [version.bidId, version]),
      );
      const ids = batch.map(({ bidId }) => bidId);
      const bids = new Map((await this.repository.lockBids(ctx, ids)).map((bid) => [bid.id, bid]));
      const names = await this.namesOf(ctx, [...bids.values()]);
      const applications: ApplicationEntity[] = [];
      for (const [i, { bidId }] of batch.entries()) {
        const bid = bids.get(bidId)!;
        const version = versions.get(bidId)!;
        bid.number = numberOf(round, lot, from + i + 1);
        const application = isIntact(this.signer, version)
          ? applicationOf(version, ruleSets.get(version.revision)!)
          : null;
        if (application !== null) applications.push(application);
        await this.settle(ctx, bid, application === null ? 'findUnopenable' : 'open');
        if (application === null) await this.tellUnopenable(ctx, bid, version.submittedBy);
        lines.push(lineOf(bid, version, names.get(bid.partyId)!));
      }
      await this.repository.insertApplications(ctx, applications);
    }
    return lines;
  }

  private async namesOf(ctx: Context, bids: readonly BidEntity[]): Promise<Map<string, string>> {
    const parties = await this.parties.getMany(ctx, [...new Set(bids.map((bid) => bid.partyId))]);
    return new Map(parties.map(({ id, name }) => [id, name]));
  }

  private async settle(
    ctx: Context,
    bid: BidEntity,
    move: 'open' | 'findUnopenable',
  ): Promise<void> {
    bid.state = bidTransitions.next(bid.state, move);
    bid.version += 1;
    await this.bids.update(ctx, bid);
    await ctx.record({
      name: bidEvents[move],
      aggregate: { kind: 'bid', id: bid.id, version: bid.version },
      move,
      roundId: bid.roundId,
      body: { lotId: bid.lotId, number: bid.number, versionNo: bid.versionNo },
      audience: { unitPaths: [bid.unitPath], partyIds: [bid.partyId] },
    });
  }

  private async tellUnopenable(ctx: Context, bid: BidEntity, personId: string): Promise<void> {
    const facts = { number: bid.number! };
    await this.inbox.write(
      ctx,
      [personId],
      bidWordings.unopenable,
      { kind: 'bid', id: bid.id },
      facts,
    );
  }
}

/** Serial in its lot; where the round has several, the lot's place in the rules stands before it. */
function numberOf({ code, ruleSet: { lots } }: Round, lot: Lot, serial: number): string {
  const place = lots.findIndex((one) => one.code === lot.code) + 1;
  const ofLot = lots.length > 1 ? `-L${String(place).padStart(LOT_DIGITS, '0')}` : '';
  return `${code.toUpperCase()}${ofLot}-${String(serial).padStart(NUMBER_DIGITS, '0')}`;
}

function applicationOf(version: BidVersionEntity, rules: RuleSet): ApplicationEntity {
  const read = readApplication(version.content!, rules);
  const { application, budgetFen, ownFundsFen, faults } = read;
  return {
    bidId: version.bidId,
    title: application?.title ?? null,
    category: application?.category ?? null,
    content: application,
    budgetFen,
    ownFundsFen,
    requestedFen: requestedFen(read, rules),
    faults: [...faults],
  };
}

/** Null, too, where title or category cannot be made out: such a bid can neither be awarded nor held against its category's cap. */
function requestedFen({ application }: ReadApplication, rules: RuleSet): Fen | null {
  // Why there is none is told by the qualification check.
  return application && requestedAmount(rules, projectMoneyOf(application)).requestedFen;
}

function lineOf(bid: BidEntity, version: BidVersionEntity, partyName: string): OpeningRecordLine {
  const isOpened = bid.state === 'opened';
  return {
    bidId: bid.id,
    number: bid.number!,
    partyId: bid.partyId,
    partyName,
    versionNo: version.no,
    receivedAt: printInstant(version.receivedAt),
    contentDigest: version.contentDigest!,
    headerDigest: version.headerDigest,
    outcome: isOpened ? 'opened' : 'unopenable',
    cause: isOpened ? null : 'system',
  };
}
