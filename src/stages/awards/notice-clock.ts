import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Clocks, type ClockEntity } from '../../registers/clocks';
import type { RuleSet } from '../../rules';
import type { Lot } from '../rounds';
import { processOf } from './award-moves';
import type { AwardEntity } from './award.entity';

const LOT_RULE = 'lot.noticeEnds';
const AWARD_RULE = 'award.noticeEnds';

/** The public notice 公示 of awards as a legal period: a lot's awards share one, a single award has its own. */
@Injectable()
export class NoticeClock {
  constructor(private readonly clocks: Clocks) {}

  /** Starts the notice of a lot today. @throws CALENDAR.YEAR_UNKNOWN */
  async startForLot(ctx: Context, lot: Lot, ruleSet: RuleSet): Promise<ClockEntity> {
    return this.clocks.start(ctx, {
      rule: LOT_RULE,
      article: `${ruleSet.code}/notice/workingDays`,
      subject: { kind: 'lot', id: lot.id },
      process: { kind: 'round', id: lot.roundId },
      from: dayOf(await ctx.now()),
      count: { unit: 'workingDays', n: ruleSet.notice.workingDays },
      calendar: ruleSet.calendar,
      isNotice: true,
    });
  }

  /** Starts an award's own notice today. @throws CALENDAR.YEAR_UNKNOWN */
  async startForAward(ctx: Context, award: AwardEntity, ruleSet: RuleSet): Promise<ClockEntity> {
    const isCommission = award.basis === 'directed-commission';
    return this.clocks.start(ctx, {
      rule: AWARD_RULE,
      article: `${ruleSet.code}/${isCommission ? 'commission/noticeWorkingDays' : 'notice/workingDays'}`,
      subject: { kind: 'award', id: award.id },
      process: processOf(award),
      from: dayOf(await ctx.now()),
      count: {
        unit: 'workingDays',
        n: isCommission ? ruleSet.commission.noticeWorkingDays : ruleSet.notice.workingDays,
      },
      calendar: ruleSet.calendar,
      isNotice: true,
    });
  }

  /** The notice that an award stands or stood in; null before it was published. */
  async of(ctx: Context, award: AwardEntity): Promise<ClockEntity | null> {
    return award.hasOwnNotice
      ? this.clocks.find(ctx, AWARD_RULE, award.id)
      : this.clocks.find(ctx, LOT_RULE, award.lotId!);
  }

  /** The notices of several awards, by award; those of one lot share theirs. */
  async ofMany(
    ctx: Context,
    awards: readonly AwardEntity[],
  ): Promise<Map<string, ClockEntity | null>> {
    const found = new Map<string, ClockEntity | null>();
    const clocks = new Map<string, ClockEntity | null>();
    for (const award of awards) {
      const subjectId = award.hasOwnNotice ? award.id : award.lotId!;
      if (!found.has(subjectId)) found.set(subjectId, await this.of(ctx, award));
      clocks.set(award.id, found.get(subjectId) ?? null);
    }
    return clocks;
  }

  /** Whether the time of a lot's notice is over. */
  async isOverForLot(ctx: Context, lotId: string): Promise<boolean> {
    return this.clocks.hasPassed(ctx, LOT_RULE, lotId);
  }

  /** Whether the time of an award's own notice is over. */
  async isOverForAward(ctx: Context, awardId: string): Promise<boolean> {
    return this.clocks.hasPassed(ctx, AWARD_RULE, awardId);
  }

  /** A lot's notice no longer stands: its awards are proposed anew. */
  async cancelForLot(ctx: Context, lotId: string): Promise<void> {
    await this.clocks.cancel(ctx, LOT_RULE, lotId);
  }

  /** An award's own notice no longer stands: the award has fallen away, or is proposed anew with its lot. */
  async cancelForAward(ctx: Context, awardId: string): Promise<void> {
    await this.clocks.cancel(ctx, AWARD_RULE, awardId);
  }
}
