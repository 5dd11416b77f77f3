import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { MandateEntity } from './mandate.entity';
import { PersonEntity } from './person.entity';

/** Reads for the pages of people and mandates, by id. */
@Injectable()
export class PeopleQuery {
  async persons(ctx: Context, limit: number, after?: string): Promise<PersonEntity[]> {
    const query = ctx.manager.createQueryBuilder(PersonEntity, 'p').orderBy('p.id').limit(limit);
    if (after !== undefined) query.where('p.id > :after', { after });
    return query.getMany();
  }

  async mandates(ctx: Context, limit: number, after?: string): Promise<MandateEntity[]> {
    const query = ctx.manager.createQueryBuilder(MandateEntity, 'm').orderBy('m.id').limit(limit);
    if (after !== undefined) query.where('m.id > :after', { after });
    return query.getMany();
  }
}
