import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { Audience, Json, ProcessRef } from '../../platform/record/domain-event';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { awardTransitions, type AwardMove } from './award.transitions';

const awardEvents: Readonly<Record<AwardMove, string>> = {
  reserve: 'awards.award-put-on-reserve',
  propose: 'awards.award-proposed-from-reserve',
  approve: 'awards.award-approved',
  notice: 'awards.award-noticed',
  repropose: 'awards.award-taken-back',
  confirm: 'awards.award-confirmed',
  contract: 'awards.award-contracted',
  decline: 'awards.award-declined',
  revoke: 'awards.award-revoked',
  notConfirm: 'awards.award-not-confirmed',
};

/** Changes awards, saves them and records their events, one per change; the caller has locked them. */
@Injectable()
export class AwardMoves {
  constructor(private readonly repository: AwardRepository) {}

  /** Takes a new award, or a bid that goes straight to the reserve, into the record. */
  async begin(ctx: Context, award: AwardEntity): Promise<void> {
    const isReserve = award.state === 'reserve';
    await this.repository.insert(ctx, { ...award, version: isReserve ? 2 : 1 });
    award.version = 1;
    await record(ctx, award, 'awards.award-proposed', null, {});
    if (!isReserve) return;
    award.version = 2;
    await record(ctx, award, awardEvents.reserve, 'reserve', {});
  }

  /** @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    award: AwardEntity,
    move: AwardMove,
    body: Readonly<Record<string, Json>> = {},
    nudges: readonly ProcessRef[] = [],
  ): Promise<void> {
    award.state = awardTransitions.next(award.state, move);
    award.version += 1;
    await this.repository.update(ctx, award);
    await record(ctx, award, awardEvents[move], move, body, nudges);
  }

  /** Saves a change that leaves the state as it is. */
  async note(ctx: Context, award: AwardEntity, name: string): Promise<void> {
    award.version += 1;
    await this.repository.update(ctx, award);
    await record(ctx, award, name, null, {});
  }
}

/** The process that carries an award on until its contract: the round's, or for a directed commission its own. */
export function processOf({ id, roundId, lotId }: AwardEntity): ProcessRef {
  return lotId === null ? { kind: 'project', id } : { kind: 'round', id: roundId };
}

/** Those who follow an award: the officials of its unit and, once it was published, its party. */
function audienceOf({ unitPath, partyId, publishedAt }: AwardEntity): Audience {
  return { unitPaths: [unitPath], ...(publishedAt !== null && { partyIds: [partyId] }) };
}

async function record(
  ctx: Context,
  award: AwardEntity,
  name: string,
  move: AwardMove | null,
  body: Readonly<Record<string, Json>>,
  nudges: readonly ProcessRef[] = [],
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'award', id: award.id, version: award.version },
    move,
    roundId: award.roundId,
    body: {
      basis: award.basis,
      lotId: award.lotId,
      bidId: award.bidId,
      partyId: award.partyId,
      category: award.category,
      amountFen: award.amountFen.toString(),
      draws: award.draws.map((draw) => ({ ...draw })),
      ...body,
    },
    audience: audienceOf(award),
    nudges,
  });
}
