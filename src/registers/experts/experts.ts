import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { People } from '../people';
import { Units } from '../units';
import type { ExpertEntity } from './expert.entity';
import { refuseExperts } from './expert.refusals';
import { ExpertRepository } from './expert.repository';
import type { TieKind } from './expert-tie.entity';

/** An expert as other modules see one. */
export interface Expert {
  readonly expertId: string;
  readonly personId: string;
  readonly fields: readonly string[];
}

/** What keeps an expert from judging a party. */
export interface Tie {
  readonly expertId: string;
  readonly partyId: string;
  readonly kind: TieKind;
}

/** The pool of experts, for other modules. */
@Injectable()
export class Experts {
  constructor(
    private readonly repository: ExpertRepository,
    private readonly people: People,
    private readonly units: Units,
  ) {}

  /** @throws EXPERTS.UNKNOWN */
  async get(ctx: Context, expertId: string): Promise<Expert> {
    const expert = await this.repository.find(ctx, expertId);
    if (expert === null) throw refuseExperts('EXPERTS.UNKNOWN');
    return toExpert(expert);
  }

  /** Who may be invited on a day: in the pool, with the mandate of an expert now, and not away; by id. */
  async available(ctx: Context, on: Day): Promise<Expert[]> {
    const top = await this.units.top(ctx);
    const mandated = new Set(await this.people.holdersAtUnit(ctx, 'expert', top.path));
    const experts = await this.repository.notAway(ctx, on);
    return experts.filter(({ personId }) => mandated.has(personId)).map(toExpert);
  }

  /**
   * What ties experts to parties, on a day or later: what was declared, and who represents a party now.
   * @source 政府采购法实施条例 art. 9: within the three years before
   */
  async tiesWith(
    ctx: Context,
    expertIds: readonly string[],
    partyIds: readonly string[],
    since: Day,
  ): Promise<Tie[]> {
    const declared = await this.repository.tiesSince(ctx, expertIds, partyIds, since);
    const represented: Tie[] = [];
    // One after another: a transaction is one connection.
    for (const partyId of partyIds) represented.push(...(await this.representatives(ctx, partyId)));
    const ties = [...declared, ...represented];
    return ties
      .filter(({ expertId }) => expertIds.includes(expertId))
      .map(({ expertId, partyId, kind }) => ({ expertId, partyId, kind }));
  }

  private async representatives(ctx: Context, partyId: string): Promise<Tie[]> {
    const persons = await this.people.holdersOf(ctx, 'applicant', partyId);
    const experts = await this.repository.byPersons(ctx, persons);
    return experts.map(({ id }) => ({ expertId: id, partyId, kind: 'office' }));
  }
}

function toExpert({ id, personId, fields }: ExpertEntity): Expert {
  return { expertId: id, personId, fields };
}
