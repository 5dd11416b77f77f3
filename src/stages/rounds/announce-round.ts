import { Injectable } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Notices } from '../../registers/notices';
import type { RuleSet } from '../../rules';
import type { LotEntity } from './lot.entity';
import { LotKeeper } from './lot-keeper';
import type { RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';
import { roundTransitions } from './round.transitions';
import { sealingWarning } from './sealing-warning';

/** Announces an approved round when its call opens: the notice goes out, the lots open, their deadlines run. */
@Injectable()
export class AnnounceRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
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
    for (const lot of lots) await this.open(ctx, lot, document);
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

  private async open(ctx: Context, lot: LotEntity, rules: RuleSet): Promise<void> {
    await this.lots.move(ctx, lot, 'open', {
      body: { closesAt: printInstant(lot.closesAt) },
      audience: { public: true },
    });
    await this.clocks.start(ctx, {
      rule: 'lot.closes',
      article: `${rules.code}${deadlineRule(rules, lot)}`,
      subject: { kind: 'lot', id: lot.id },
      process: { kind: 'round', id: lot.roundId },
      from: lot.closesAt,
      count: { unit: 'instant' },
    });
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
        sealing: { ...rules.sealing, warning: { ...sealingWarning } },
      },
    });
  }
}

/** Where the rules have the deadline of a lot: with the lot, where it has one of its own. */
function deadlineRule({ lots }: RuleSet, { code }: LotEntity): string {
  const place = lots.findIndex((lot) => lot.code === code && lot.closesAt !== undefined);
  return place === -1 ? '/timetable/callClosesAt' : `/lots/${place}/closesAt`;
}
