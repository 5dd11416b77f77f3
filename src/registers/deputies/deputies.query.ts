import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { MandateEntity, type ScopeKind } from '../people';
import type { Duty } from '../../access/duties';
import { UnitEntity } from '../units';
import { DeputyEntity } from './deputy.entity';

/** What a deputy deputizes for. */
export interface DeputizedMandate {
  readonly duty: Duty;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
}

/** A deputy with the duty and its scope. */
export interface ListedDeputy {
  readonly id: string;
  readonly deputy: DeputyEntity;
  readonly mandate: DeputizedMandate;
}

/** Reads for the pages of deputies. */
@Injectable()
export class DeputiesQuery {
  /** The deputies within reach after one, by id: one's own, those one is, and those of the unit that one is over. */
  async list(ctx: Context, limit: number, after?: string): Promise<ListedDeputy[]> {
    const query = ctx.manager
      .createQueryBuilder(DeputyEntity, 'd')
      .innerJoin(MandateEntity, 'm', 'm.id = d.mandate_id')
      .leftJoin(UnitEntity, 'u', `m.scope_kind = 'unit' AND u.id = m.scope_id`)
      .orderBy('d.id')
      .limit(limit);
    withinReach(query, ctx.reach('deputy.list'), {
      unitPath: 'u.path',
      // The caller's own as the one, or as the other.
      personId: `CASE WHEN d.principal_id = :reachPerson::uuid THEN d.principal_id ELSE d.person_id END`,
    });
    if (after !== undefined) query.andWhere('d.id > :after', { after });
    const deputies = await query.getMany();
    const mandates = await ctx.manager
      .createQueryBuilder(MandateEntity, 'm')
      .where('m.id = ANY(:ids::uuid[])', { ids: deputies.map(({ mandateId }) => mandateId) })
      .getMany();
    const byId = new Map(mandates.map((mandate) => [mandate.id, mandate]));
    return deputies.map((deputy) => ({
      id: deputy.id,
      deputy,
      mandate: byId.get(deputy.mandateId)!,
    }));
  }
}
