import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { MandateEntity } from './mandate.entity';
import { Mandates, type NewMandate } from './mandates';
import { People } from './people';

/** Gives a person a duty, for a scope, from now. */
@Injectable()
export class GrantMandate {
  constructor(
    private readonly people: People,
    private readonly mandates: Mandates,
  ) {}

  /** @throws PEOPLE.UNKNOWN, PEOPLE.MANDATE_OVERLAPS, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, wanted: NewMandate): Promise<MandateEntity> {
    ctx.require('mandate.grant', {});
    await this.people.get(ctx, wanted.personId);
    return this.mandates.give(ctx, wanted);
  }
}
