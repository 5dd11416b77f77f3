import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
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

  /** @throws ACCESS.NOT_FOUND, PEOPLE.MANDATE_OVERLAPS, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, wanted: NewMandate): Promise<MandateEntity> {
    ctx.require('mandate.grant', {});
    const [person] = await this.people.getMany(ctx, [wanted.personId]);
    if (person === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    return this.mandates.give(ctx, wanted);
  }
}
