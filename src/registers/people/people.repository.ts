import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { refuseByConstraint } from '../../platform/database/constraint-refusals';
import type { Context } from '../../platform/database/context';
import { MandateEntity } from './mandate.entity';
import { refusePeople } from './people.refusals';
import { PersonEntity } from './person.entity';

/** The rows of people, their accounts and mandates, and what each has been on a subject. */
@Injectable()
export class PeopleRepository {
  async insertPerson(ctx: Context, person: PersonEntity): Promise<void> {
    await ctx.manager.insert(PersonEntity, person);
  }

  /** @returns false when the user name is taken, in this tenant or another */
  async insertAccount(
    ctx: Context,
    account: { id: string; personId: string; username: string; passwordHash: string },
  ): Promise<boolean> {
    const rows: unknown[] = await ctx.manager.query(
      `INSERT INTO accounts (id, person_id, username, password_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (username) DO NOTHING RETURNING id`,
      [account.id, account.personId, account.username, account.passwordHash],
    );
    return rows.length === 1;
  }

  async findPerson(ctx: Context, id: string): Promise<PersonEntity | null> {
    return ctx.manager.findOneBy(PersonEntity, { id });
  }

  async findPersons(ctx: Context, ids: readonly string[]): Promise<PersonEntity[]> {
    return ctx.manager.findBy(PersonEntity, { id: In([...ids]) });
  }

  async insertMandate(ctx: Context, mandate: MandateEntity): Promise<void> {
    await ctx.manager.insert(MandateEntity, mandate);
  }

  async lockMandate(ctx: Context, id: string): Promise<MandateEntity | null> {
    return ctx.manager.findOne(MandateEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async updateMandate(ctx: Context, { id, ...values }: MandateEntity): Promise<void> {
    await ctx.manager.update(MandateEntity, { id }, values);
  }

  /** The people who hold a duty now whose scope is the given unit's or one above it, and their deputies. */
  async holdersAtUnit(ctx: Context, duty: string, unitPath: string): Promise<string[]> {
    const rows: { person_id: string }[] = await ctx.manager.query(
      `SELECT DISTINCT h.person_id FROM mandates_in_force h JOIN units u ON u.id = h.scope_id
       WHERE h.duty = $1 AND h.scope_kind = 'unit' AND u.path @> $2::ltree`,
      [duty, unitPath],
    );
    return rows.map((row) => row.person_id);
  }

  /** The people who hold a duty now for exactly this party, round or unit, and their deputies. */
  async holdersOf(ctx: Context, duty: string, scopeId: string): Promise<string[]> {
    const rows: { person_id: string }[] = await ctx.manager.query(
      `SELECT DISTINCT person_id FROM mandates_in_force WHERE duty = $1 AND scope_id = $2`,
      [duty, scopeId],
    );
    return rows.map((row) => row.person_id);
  }

  /** The people who hold a duty now for one of these parties, rounds or units, and their deputies, each with which. */
  async holdersOfAny(
    ctx: Context,
    duty: string,
    scopeIds: readonly string[],
  ): Promise<{ personId: string; scopeId: string }[]> {
    return ctx.manager.query(
      `SELECT DISTINCT person_id AS "personId", scope_id AS "scopeId"
       FROM mandates_in_force WHERE duty = $1 AND scope_id = ANY ($2::uuid[])`,
      [duty, scopeIds],
    );
  }

  /** Who did the act that brought a thing to a version: the person, and the one for whom a deputy did it. */
  async actorsOf(ctx: Context, kind: string, id: string, version: number): Promise<string[]> {
    const rows: { person: string }[] = await ctx.manager.query(
      `SELECT DISTINCT person FROM audit_events,
         LATERAL (VALUES (actor_id), (on_behalf_of)) AS named (person)
       WHERE aggregate_kind = $1 AND aggregate_id = $2 AND version = $3
         AND actor_kind = 'person' AND person IS NOT NULL ORDER BY person`,
      [kind, id, version],
    );
    return rows.map(({ person }) => person);
  }

  /** What people have been on a subject. */
  async dutiesOn(ctx: Context, subjectId: string): Promise<{ personId: string; group: string }[]> {
    return ctx.manager.query(
      `SELECT person_id AS "personId", duty_group AS "group" FROM subject_duties WHERE subject_id = $1`,
      [subjectId],
    );
  }

  /** Notes what a person has been on a subject; the database refuses a second group (no_conflicting_duties). */
  async noteDuty(ctx: Context, personId: string, subjectId: string, group: string): Promise<void> {
    await ctx.manager.query('SELECT note_duty($1, $2, $3)', [personId, subjectId, group]);
  }
}

refuseByConstraint('no_conflicting_duties', () => refusePeople('PEOPLE.DUTIES_CONFLICT'));
