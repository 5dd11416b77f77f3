import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { Rounds, type Lot } from '../rounds';
import { refuseBids } from './bid.refusals';
import { bidWordings } from './bid.wordings';
import type { OpeningEntity } from './opening.entity';
import { OpeningRepository } from './opening.repository';
import { openingTransitions } from './opening.transitions';
import { TooFewBids } from './too-few-bids';

/** One officer asks for the opening of a closed lot; another one has to hold it. */
@Injectable()
export class RequestOpening {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: OpeningRepository,
    private readonly people: People,
    private readonly inbox: Inbox,
    private readonly tooFew: TooFewBids,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, BIDS.TOO_FEW, BIDS.OPENING_REQUESTED, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, lotId: string): Promise<OpeningEntity> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    const { roundId, unitPath } = lot;
    ctx.require('opening.request', { unitPath, roundId });
    this.rounds.requireMove(lot, 'openBids');
    if (await this.tooFew.isShort(ctx, lot)) throw refuseBids('BIDS.TOO_FEW');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const opening: OpeningEntity = {
      id: newId(),
      ...{ lotId, roundId, unitPath },
      state: openingTransitions.initial,
      requestedBy: ctx.personId,
      requestedAt: await ctx.now(),
      confirmedBy: null,
      heldAt: null,
      record: null,
      digest: null,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, opening))) throw refuseBids('BIDS.OPENING_REQUESTED');
    await this.tell(ctx, lot);
    await ctx.record({
      name: 'bids.opening-requested',
      aggregate: { kind: 'opening', id: opening.id, version: 1 },
      move: null,
      roundId,
      body: { lotId },
      audience: { unitPaths: [unitPath] },
    });
    return opening;
  }

  private async tell(ctx: Context, { id, roundId, unitPath }: Lot): Promise<void> {
    const { code, unitId } = await this.rounds.get(ctx, roundId);
    const subject = { kind: 'lot', id };
    const facts = { round: code };
    await this.inbox.done(ctx, bidWordings.open, id);
    for (const duty of ['organizer', 'approver', 'supervisor'] as const) {
      await this.inbox.open(ctx, {
        kind: bidWordings.confirmOpening,
        subject,
        to: { duty, scope: { kind: 'unit', id: unitId } },
        facts,
      });
    }
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', unitPath);
    const supervisors = await this.people.holdersAtUnit(ctx, 'supervisor', unitPath);
    const wording = bidWordings.confirmOpening;
    await this.inbox.write(ctx, [...approvers, ...supervisors], wording, subject, facts);
  }
}
