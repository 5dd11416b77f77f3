import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Notices } from '../../registers/notices';
import type { LotEntity } from './lot.entity';
import { isUnderWay } from './lot.transitions';
import { RoundRepository } from './round.repository';
import { MONEY_RETURNS } from './return-money';
import type { RoundEntity } from './round.entity';
import { roundTransitions } from './round.transitions';

/** Why a lot failed: nobody bid, too few did or qualified for what the rules need, nobody qualified, or nobody passed the review. */
export type LotFailure =
  'no-bids' | 'too-few' | 'none-qualified' | 'none-passed' | 'ended-by-decision';

const failureTexts: Readonly<Record<LotFailure, { readonly zh: string; readonly en: string }>> = {
  'no-bids': { zh: '无有效申报', en: 'no valid bid was received' },
  'too-few': { zh: '有效申报不足规则要求的数量', en: 'fewer valid bids than the rules need' },
  'none-qualified': { zh: '无申报通过资格审查', en: 'no bid qualified' },
  'ended-by-decision': {
    zh: '按规则裁定终止',
    en: 'it was ended by a decision that the rules provide for',
  },
  'none-passed': { zh: '无申报达到及格线', en: 'no bid passed the review' },
};

/** How a round comes to its end. */
@Injectable()
export class EndRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly notices: Notices,
    private readonly clocks: Clocks,
  ) {}

  /** Tells the public that a lot has failed, and why. */
  async publishFailure(ctx: Context, lot: LotEntity, reason: LotFailure): Promise<void> {
    const round = await this.repository.find(ctx, lot.roundId);
    const text = failureTexts[reason];
    await this.notices.publish(ctx, {
      kind: 'result',
      subject: { kind: 'lot', id: lot.id },
      roundId: lot.roundId,
      title: {
        zh: `流标公告：${round!.code}（${text.zh}）`,
        en: `Lot without result: ${round!.code} (${text.en})`,
      },
      content: { lotId: lot.id, outcome: 'failed', reason },
    });
  }

  /**
   * Ends the round when none of its lots is under way any more; otherwise does nothing. Its process goes on until its money has
   * gone back: for a while what is left may be commissioned.
   */
  async ifOver(ctx: Context, roundId: string): Promise<boolean> {
    const round = await this.repository.lock(ctx, roundId);
    const lots = await this.repository.lotsOf(ctx, roundId);
    if (round?.state !== 'announced' || lots.some(({ state }) => isUnderWay(state))) return false;
    round.state = roundTransitions.next(round.state, 'end');
    round.endedAt = await ctx.now();
    round.version += 1;
    await this.repository.update(ctx, round);
    await ctx.record({
      name: 'rounds.round-ended',
      aggregate: { kind: 'round', id: roundId, version: round.version },
      move: 'end',
      roundId,
      body: { lots: lots.map(({ id, state }) => ({ id, state })) },
      audience: { public: true },
    });
    await this.keepMoney(ctx, round, round.endedAt);
    return true;
  }

  private async keepMoney(ctx: Context, round: RoundEntity, from: Instant): Promise<void> {
    const { document } = await this.repository.revisionOf(ctx, round);
    await this.clocks.start(ctx, {
      rule: MONEY_RETURNS,
      article: `${document.code}/commission/openAfterEnd`,
      subject: { kind: 'round', id: round.id },
      process: { kind: 'round', id: round.id },
      from,
      count: document.commission.openAfterEnd,
      calendar: document.calendar,
    });
  }
}
