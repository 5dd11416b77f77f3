import { Injectable } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Notices } from '../../registers/notices';
import { keptByHand, type RuleSet } from '../../rules';
import type { LotEntity } from './lot.entity';
import { OpenLots } from './open-lots';
import type { RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';
import { roundTransitions } from './round.transitions';
import { sealingWarning } from './sealing-warning';

/** Announces an approved round when its call opens: the notice goes out, the lots open, their deadlines run. */
@Injectable()
export class AnnounceRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly openLots: OpenLots,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
  ) {}

  /** @returns whether the round is announced, or past it */
  async whenDue(ctx: Context, roundId: string): Promise<boolean> {
    const round = await this.repository.lock(ctx, roundId);
    if (round === null || round.state === 'draft') return false;
    if (round.state !== 'approved') return true;
    if (!(await this.clocks.hasPassed(ctx, 'round.callOpens', roundId))) return false;
    const { document, digest } = await this.repository.revisionOf(ctx, round);
    const lots = await this.repository.lockLotsOf(ctx, roundId);
    await this.openLots.atAnnouncement(ctx, lots, document);
    round.state = roundTransitions.next(round.state, 'announce');
    round.announcedAt = await ctx.now();
    round.version += 1;
    await this.repository.update(ctx, round);
    await this.publish(ctx, round, lots, document, digest);
    await ctx.record({
      name: 'rounds.round-announced',
      aggregate: { kind: 'round', id: roundId, version: round.version },
      move: 'announce',
      roundId,
      body: { revision: round.revision, ruleSetDigest: digest },
      audience: { public: true },
    });
    return true;
  }

  private async publish(
    ctx: Context,
    round: RoundEntity,
    lots: readonly LotEntity[],
    rules: RuleSet,
    ruleSetDigest: string,
  ): Promise<void> {
    await this.notices.publish(ctx, {
      kind: 'call',
      subject: { kind: 'round', id: round.id },
      roundId: round.id,
      title: { zh: `申报公告：${rules.title.zh}`, en: `Call: ${rules.title.en}` },
      content: {
        code: round.code,
        revision: round.revision,
        ruleSetDigest,
        lots: lots.map(({ id, code, opensAt, closesAt }) => ({
          id,
          code,
          opensAt: printInstant(opensAt),
          closesAt: printInstant(closesAt),
        })),
        keptByHand: keptByHand(rules).map(({ pointer, words }) => ({
          pointer,
          words: { ...words },
        })),
        sealing: { ...rules.sealing, warning: { ...sealingWarning } },
      },
    });
  }
}
