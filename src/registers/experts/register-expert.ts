import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { violatedConstraint } from '../../platform/database/door';
import { Parties } from '../parties';
import { Mandates, People } from '../people';
import { Units, type Unit } from '../units';
import { ExpertEntity } from './expert.entity';
import { refuseExperts } from './expert.refusals';
import { ExpertRepository } from './expert.repository';

/** What is told of a new expert. */
export interface NewExpert {
  readonly personId: string;
  readonly fields: readonly string[];
  readonly employerPartyId: string | null;
}

/** Adds a person to the pool of experts; whoever is there may be drawn, so they get the mandate with it. */
@Injectable()
export class RegisterExpert {
  constructor(
    private readonly repository: ExpertRepository,
    private readonly people: People,
    private readonly mandates: Mandates,
    private readonly parties: Parties,
    private readonly units: Units,
  ) {}

  /** @throws PEOPLE.UNKNOWN, PEOPLE.DUTIES_CONFLICT, PARTIES.UNKNOWN, EXPERTS.REGISTERED_ALREADY */
  async execute(ctx: Context, wanted: NewExpert): Promise<ExpertEntity> {
    const top = await this.units.top(ctx);
    ctx.require('expert.register', { unitPath: top.path });
    await this.people.get(ctx, wanted.personId);
    const expert = Object.assign(new ExpertEntity(), {
      id: newId(),
      personId: wanted.personId,
      unitPath: top.path,
      fields: [...new Set(wanted.fields)].sort(),
      version: 1,
    });
    await this.insert(ctx, expert);
    if (wanted.employerPartyId !== null) await this.tie(ctx, expert, wanted.employerPartyId);
    await ctx.record({
      name: 'experts.expert-registered',
      aggregate: { kind: 'expert', id: expert.id, version: 1 },
      move: null,
      body: { personId: expert.personId, fields: expert.fields },
      audience: { personIds: [expert.personId] },
    });
    await this.giveMandate(ctx, expert.personId, top);
    return expert;
  }

  private async insert(ctx: Context, expert: ExpertEntity): Promise<void> {
    try {
      await this.repository.insert(ctx, expert);
    } catch (error) {
      if (violatedConstraint(error) !== 'experts_person_id_key') throw error;
      throw refuseExperts('EXPERTS.REGISTERED_ALREADY', {}, '/personId');
    }
  }

  private async tie(ctx: Context, expert: ExpertEntity, partyId: string): Promise<void> {
    await this.parties.get(ctx, partyId);
    await this.repository.insertTie(ctx, {
      id: newId(),
      expertId: expert.id,
      partyId,
      kind: 'employer',
      fromDay: dayOf(await ctx.now()),
      untilDay: null,
    });
  }

  private async giveMandate(ctx: Context, personId: string, top: Unit): Promise<void> {
    const holders = await this.people.holdersOf(ctx, 'expert', top.id);
    if (holders.includes(personId)) return;
    await this.mandates.give(ctx, {
      personId,
      duty: 'expert',
      scopeKind: 'unit',
      scopeId: top.id,
      untilAt: null,
    });
  }
}
