import { Injectable } from '@nestjs/common';
import { addMonths } from '../../../kernel/add-months';
import { addDays, dayOf } from '../../../kernel/day';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import type { Json } from '../../../platform/record/domain-event';
import { Credit } from '../../../registers/credit';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import type { BilingualText, Consequence } from '../../../rules';

/** What some consequences follow from. */
export interface ConsequenceGround {
  /** The evaluation or the sanction. */
  readonly subject: { readonly kind: 'evaluation' | 'sanction'; readonly id: string };
  readonly projectId: string;
  readonly partyId: string;
  readonly roundId: string;
  /** The project's title. */
  readonly title: string;
  /** What it is called, as the rules have it. */
  readonly name: BilingualText;
  /** Under which code a party that is off the list is noted. */
  readonly code: string;
  readonly at: Instant;
  /** What is published beside party and project. */
  readonly published: Readonly<Record<string, Json>>;
}

/**
 * Draws what the rules let follow from a worst grade or a breach: it is published, and the organization is off the list; a party's
 * record knows no list of one kind. What is noted of grades is noted where they are given; paid money is asked back by those who
 * handle it.
 * @source cn-haishu-2020-r9: a failed mid-term is published; cn-zhongshan-2013-r1: barred for three years
 */
@Injectable()
export class DrawConsequences {
  constructor(
    private readonly credit: Credit,
    private readonly notices: Notices,
    private readonly parties: Parties,
  ) {}

  async execute(
    ctx: Context,
    consequences: readonly Consequence[],
    ground: ConsequenceGround,
  ): Promise<void> {
    for (const consequence of consequences) {
      if (consequence.variant === 'publish') await this.publish(ctx, ground);
      if (consequence.variant !== 'bar' || consequence.scope !== 'all') continue;
      await this.bar(ctx, ground, consequence.months);
    }
  }

  private async publish(ctx: Context, ground: ConsequenceGround): Promise<void> {
    const { subject, projectId, partyId, roundId, title, name, published } = ground;
    const { name: party } = await this.parties.get(ctx, partyId);
    await this.notices.publish(ctx, {
      kind: 'result',
      ...{ subject, roundId },
      title: { zh: `通报：${title}（${name.zh}）`, en: `Published: ${name.en}` },
      content: { projectId, party, title, ...published },
    });
  }

  private async bar(
    ctx: Context,
    { projectId, partyId, title, name, code, at }: ConsequenceGround,
    months: number,
  ): Promise<void> {
    const fromDay = dayOf(at);
    await this.credit.note(ctx, {
      ...{ partyId, projectId, kind: 'sanction', code, fromDay },
      reason: `项目“${title}”：${name.zh} ${name.en}`,
      untilDay: addDays(addMonths(fromDay, months), -1),
    });
  }
}
