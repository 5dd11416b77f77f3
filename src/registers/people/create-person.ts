import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Locale } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Passwords } from './passwords';
import { PeopleRepository } from './people.repository';
import { refusePeople } from './people.refusals';
import { PersonEntity } from './person.entity';

/** What is told of a new person. */
export interface NewPerson {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly username: string;
  readonly password: string;
}

/** Registers a person with an account to sign in by. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly repository: PeopleRepository,
    private readonly passwords: Passwords,
  ) {}

  /** @throws PEOPLE.USERNAME_TAKEN */
  async execute(ctx: Context, wanted: NewPerson): Promise<PersonEntity> {
    ctx.require('person.create', {});
    const { name, email, locale, username } = wanted;
    const id = newId();
    const person = Object.assign(new PersonEntity(), { id, name, email, locale, version: 1 });
    await this.repository.insertPerson(ctx, person);
    const passwordHash = await this.passwords.hash(wanted.password);
    const account = { id: newId(), personId: id, username, passwordHash };
    if (!(await this.repository.insertAccount(ctx, account))) {
      throw refusePeople('PEOPLE.USERNAME_TAKEN', { username }, '/username');
    }
    await ctx.record({
      name: 'people.person-registered',
      aggregate: { kind: 'person', id, version: 1 },
      move: null,
      body: { accountId: account.id },
      audience: { personIds: [id] },
    });
    return person;
  }
}
