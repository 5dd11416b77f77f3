import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Parties } from '../parties';
import type { ExpertEntity } from './expert.entity';
import { Experts } from './experts';
import { refuseExperts } from './expert.refusals';
import { ExpertRepository } from './expert.repository';
import type { TieKind } from './expert-tie.entity';

/** What ties an expert to a party, and when. */
export interface NewTie {
  readonly partyId: string;
  readonly kind: TieKind;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Notes a tie of an expert to a party; it stays for ever, since recusal looks back, and a panel at work looks at it at once. */
@Injectable()
export class DeclareTie {
  constructor(
    private readonly repository: ExpertRepository,
    private readonly parties: Parties,
    private readonly experts: Experts,
  ) {}

  /** @throws ACCESS.NOT_FOUND, PARTIES.UNKNOWN, EXPERTS.DAYS_REVERSED */
  async execute(ctx: Context, expertId: string, tie: NewTie): Promise<ExpertEntity> {
    const expert = await this.repository.lock(ctx, expertId);
    if (expert === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, personId } = expert;
    ctx.require('expert.declareTie', { unitPath, personId });
    ctx.matches(expert.version);
    const { fromDay: from, untilDay: until } = tie;
    if (until !== null && until < from) {
      throw refuseExperts('EXPERTS.DAYS_REVERSED', { from, until }, '/until');
    }
    await this.parties.get(ctx, tie.partyId);
    await this.repository.insertTie(ctx, { ...tie, id: newId(), expertId });
    expert.version += 1;
    await this.repository.update(ctx, expert);
    await ctx.record({
      name: 'experts.tie-declared',
      aggregate: { kind: 'expert', id: expertId, version: expert.version },
      move: null,
      body: { partyId: tie.partyId, kind: tie.kind },
      audience: { personIds: [personId] },
      nudges: await this.experts.concernedByTie(ctx, expertId),
    });
    return expert;
  }
}
