import { Injectable } from '@nestjs/common';
import { isAtOrAbove } from '../../access/decide';
import { duties } from '../../access/duties';
import { printInstant } from '../../kernel/instant';
import { digestOf } from '../../platform/crypto/digest';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../../registers/inbox';
import { Notices } from '../../registers/notices';
import { People } from '../../registers/people';
import { rootOf, Rounds, type Lot } from '../rounds';
import { BidRepository } from './bid.repository';
import { refuseBids } from './bid.refusals';
import { bidWordings } from './bid.wordings';
import { OpenBids } from './open-bids';
import type { OpeningEntity } from './opening.entity';
import type { OpeningRecord } from './opening-record';
import { OpeningRepository } from './opening.repository';
import { openingTransitions } from './opening.transitions';

/** The second officer holds the opening 开标: what was counted at the close is found again, opened, numbered and published. */
@Injectable()
export class HoldOpening {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: OpeningRepository,
    private readonly bids: BidRepository,
    private readonly openBids: OpenBids,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, BIDS.SAME_PERSON, BIDS.CLOSING_BROKEN, PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, lotId: string): Promise<OpeningEntity> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    ctx.require('opening.confirm', { unitPath: lot.unitPath, roundId: lot.roundId });
    const opening = requireFound(await this.repository.lockOfLot(ctx, lotId));
    ctx.matches(opening.version);
    opening.state = openingTransitions.next(opening.state, 'hold');
    const requested = { kind: 'opening', id: opening.id, version: 1 };
    if (await this.people.isSameHand(ctx, opening.requestedBy, requested)) {
      throw refuseBids('BIDS.SAME_PERSON');
    }
    await this.people.noteDuty(ctx, ctx.personId, lot.roundId, dutyGroupOf(ctx, lot));
    await this.requireSameAsCounted(ctx, lot);
    const record = await this.hold(ctx, lot);
    Object.assign(opening, { record, digest: digestOf(record), confirmedBy: ctx.personId });
    opening.heldAt = await ctx.now();
    opening.version += 1;
    await this.repository.update(ctx, opening);
    await this.conclude(ctx, lot, opening, record);
    return opening;
  }

  /** What was published at the close is what must be here now: nothing added, nothing gone, no header changed. */
  private async requireSameAsCounted(ctx: Context, { id, bidCount, bidsRoot }: Lot): Promise<void> {
    const bids = await this.bids.counting(ctx, id);
    if (bids.length === bidCount && rootOf(bids) === bidsRoot) return;
    throw refuseBids('BIDS.CLOSING_BROKEN');
  }

  private async hold(ctx: Context, lot: Lot): Promise<OpeningRecord> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const ruleSets = await this.rounds.ruleSets(ctx, lot.roundId);
    const heldAt = await ctx.now();
    return {
      lotId: lot.id,
      closedAt: printInstant(lot.closesAt),
      heldAt: printInstant(heldAt),
      count: lot.bidCount!,
      root: lot.bidsRoot!,
      lapsed: await this.bids.countInState(ctx, lot.id, 'lapsed'),
      bids: await this.openBids.ofLot(ctx, lot, round, ruleSets),
    };
  }

  private async conclude(
    ctx: Context,
    lot: Lot,
    opening: OpeningEntity,
    record: OpeningRecord,
  ): Promise<void> {
    const { roundId, unitPath } = lot;
    await ctx.record({
      name: 'bids.opening-held',
      aggregate: { kind: 'opening', id: opening.id, version: opening.version },
      move: 'hold',
      roundId,
      body: { lotId: lot.id, digest: opening.digest },
      audience: { unitPaths: [unitPath] },
    });
    const unopenable = record.bids.filter(({ outcome }) => outcome === 'unopenable').length;
    await this.rounds.moveLot(ctx, lot, 'openBids', {
      body: { openingId: opening.id, digest: opening.digest, count: record.count, unopenable },
      audience: { public: true },
    });
    const { code } = await this.rounds.get(ctx, roundId);
    await this.notices.publish(ctx, {
      kind: 'opening',
      subject: { kind: 'lot', id: lot.id },
      roundId,
      title: { zh: `开标记录：${code}`, en: `Record of opening: ${code}` },
      content: record,
    });
    await this.inbox.done(ctx, bidWordings.confirmOpening, lot.id);
  }
}

/** A supervisor who holds an opening has supervised the round, and is nothing else on it. */
function dutyGroupOf(ctx: Context, { unitPath, roundId }: Lot): 'organizer' | 'supervisor' {
  const isOrganizer = ctx.caller.mandates.some(
    ({ duty, scope }) =>
      duties[duty].group === 'organizer' &&
      (scope.kind === 'unit' ? isAtOrAbove(scope.path, unitPath) : scope.id === roundId),
  );
  return isOrganizer ? 'organizer' : 'supervisor';
}
