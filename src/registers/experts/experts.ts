import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';
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

/** Says which processes have to look when a tie of an expert was noted. */
export type ConcernedByTie = (ctx: Context, expertId: string) => Promise<ProcessRef[]>;

/** The pool of experts, for other modules. */
@Injectable()
export class Experts {
  private readonly concerned: ConcernedByTie[] = [];

  constructor(
    private readonly repository: ExpertRepository,
    private readonly people: People,
    private readonly units: Units,
  ) {}

  /** Has processes look at once when a tie of an expert is noted, by whomever. */
  whenTied(concerned: ConcernedByTie): void {
    this.concerned.push(concerned);
  }

  /** The processes that have to look, since a tie of the expert was noted. */
  async concernedByTie(ctx: Context, expertId: string): Promise<ProcessRef[]> {
    const processes: ProcessRef[] = [];
    for (const ask of this.concerned) processes.push(...(await ask(ctx, expertId)));
    return processes;
  }

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
    const ties = [...declared, ...(await this.representatives(ctx, partyIds))];
    return ties
      .filter(({ expertId }) => expertIds.includes(expertId))
      .map(({ expertId, partyId, kind }) => ({ expertId, partyId, kind }));
  }

  private async representatives(ctx: Context, partyIds: readonly string[]): Promise<Tie[]> {
    const holders = await this.people.holdersOfAny(ctx, 'applicant', partyIds);
    const personIds = holders.map(({ personId }) => personId);
    const experts = await this.repository.byPersons(ctx, personIds);
    return holders.flatMap(({ personId, scopeId: partyId }) =>
      experts
        .filter((expert) => expert.personId === personId)
        .map(({ id }) => ({ expertId: id, partyId, kind: 'office' as const })),
    );
  }
}

function toExpert({ id, personId, fields }: ExpertEntity): Expert {
  return { expertId: id, personId, fields };
}
