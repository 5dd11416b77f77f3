import { Injectable } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import type { RuleSet } from '../../rules';
import type { LotEntity } from './lot.entity';
import { LotKeeper } from './lot-keeper';
import { RoundRepository } from './round.repository';

/** The clock of a lot that opens later than its call. */
const OPENS = 'lot.opens';

/** Opens the lots of an announced round, each at its own time, and starts their deadlines. */
@Injectable()
export class OpenLots {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
    private readonly clocks: Clocks,
  ) {}

  /** The call has opened: so do its lots, but for those whose own time has not come. @param lots locked by the caller */
  async atAnnouncement(ctx: Context, lots: readonly LotEntity[], rules: RuleSet): Promise<void> {
    const now = await ctx.now();
    for (const lot of lots) {
      await (lot.opensAt <= now ? this.open(ctx, lot, rules) : this.wait(ctx, lot, rules));
    }
  }

  /** Opens those whose own time has come since then. */
  async whenDue(ctx: Context, roundId: string): Promise<void> {
    for (const { id, state } of await this.repository.lotsOf(ctx, roundId)) {
      if (state !== 'planned' || !(await this.clocks.hasPassed(ctx, OPENS, id))) continue;
      const lot = await this.repository.lockLot(ctx, id);
      if (lot?.state !== 'planned') continue;
      const round = await this.repository.find(ctx, roundId);
      await this.open(ctx, lot, (await this.repository.revisionOf(ctx, round!)).document);
    }
  }

  private async wait(ctx: Context, lot: LotEntity, rules: RuleSet): Promise<void> {
    await this.clocks.start(ctx, {
      rule: OPENS,
      article: `${rules.code}${placeOf(rules, lot, 'opensAt') ?? '/timetable/callOpensAt'}`,
      subject: { kind: 'lot', id: lot.id },
      process: { kind: 'round', id: lot.roundId },
      from: lot.opensAt,
      count: { unit: 'instant' },
    });
  }

  private async open(ctx: Context, lot: LotEntity, rules: RuleSet): Promise<void> {
    await this.lots.move(ctx, lot, 'open', {
      body: { closesAt: printInstant(lot.closesAt) },
      audience: { public: true },
    });
    await this.clocks.start(ctx, {
      rule: 'lot.closes',
      article: `${rules.code}${placeOf(rules, lot, 'closesAt') ?? '/timetable/callClosesAt'}`,
      subject: { kind: 'lot', id: lot.id },
      process: { kind: 'round', id: lot.roundId },
      from: lot.closesAt,
      count: { unit: 'instant' },
    });
  }
}

/** Where the rules have a time of a lot, when it has one of its own. */
function placeOf(
  { lots }: RuleSet,
  { code }: LotEntity,
  time: 'opensAt' | 'closesAt',
): string | null {
  const place = lots.findIndex((lot) => lot.code === code && lot[time] !== undefined);
  return place === -1 ? null : `/lots/${place}/${time}`;
}
