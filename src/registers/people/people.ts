import { Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import type { Context } from '../../platform/database/context';
import { PeopleRepository } from './people.repository';
import { refusePeople } from './people.refusals';

/** The groups that exclude one another on one subject: a round, a payment. */
export type DutyGroup =
  'bidder' | 'expert' | 'organizer' | 'supervisor' | 'maker' | 'checker' | 'decider';

/** A person as other modules see one. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'zh-CN' | 'en';
}

/** The register of people, for other modules. */
@Injectable()
export class People {
  constructor(private readonly repository: PeopleRepository) {}

  /** @throws PEOPLE.UNKNOWN */
  async get(ctx: Context, personId: string): Promise<Person> {
    const person = await this.repository.findPerson(ctx, personId);
    if (person === null) throw refusePeople('PEOPLE.UNKNOWN');
    return person;
  }

  /** Several people at once, in no order; unknown ids are left out. */
  async getMany(ctx: Context, personIds: readonly string[]): Promise<Person[]> {
    return this.repository.findPersons(ctx, personIds);
  }

  /** Who holds a duty now at a unit or above it, or deputizes for one who does. */
  async holdersAtUnit(ctx: Context, duty: Duty, unitPath: string): Promise<string[]> {
    return this.repository.holdersAtUnit(ctx, duty, unitPath);
  }

  /** Who holds a duty now for exactly this party, round or unit, or deputizes for one who does. */
  async holdersOf(ctx: Context, duty: Duty, scopeId: string): Promise<string[]> {
    return this.repository.holdersOf(ctx, duty, scopeId);
  }

  /** Who holds a duty now for which of these parties, rounds or units, or deputizes for one who does. */
  async holdersOfAny(
    ctx: Context,
    duty: Duty,
    scopeIds: readonly string[],
  ): Promise<{ personId: string; scopeId: string }[]> {
    return this.repository.holdersOfAny(ctx, duty, scopeIds);
  }

  /** Who did the act that brought a thing to a version: the person, and the one for whom a deputy did it. */
  async actorsOf(ctx: Context, kind: string, id: string, version: number): Promise<string[]> {
    return this.repository.actorsOf(ctx, kind, id, version);
  }

  /**
   * Whether an act that wants another person would be the same hands as an earlier one: whoever did it, or had a deputy do it,
   * or did it as one, is behind this act, too.
   * @param by the person whom the thing itself names for the earlier act
   */
  async isSameHand(
    ctx: Context,
    by: string | null,
    earlier: { readonly kind: string; readonly id: string; readonly version: number },
  ): Promise<boolean> {
    const before = await this.repository.actorsOf(ctx, earlier.kind, earlier.id, earlier.version);
    return ctx.hands.some((person) => person === by || before.includes(person));
  }

  /** What people have been on a subject so far. */
  async dutiesOn(
    ctx: Context,
    subjectId: string,
  ): Promise<{ readonly personId: string; readonly group: string }[]> {
    return this.repository.dutiesOn(ctx, subjectId);
  }

  /**
   * Notes what a person has been on a subject, for ever; the database keeps opposed duties apart, whichever comes first. What
   * the caller does as a deputy counts for both persons.
   * @throws PEOPLE.DUTIES_CONFLICT
   */
  async noteDuty(
    ctx: Context,
    personId: string,
    subjectId: string,
    group: DutyGroup,
  ): Promise<void> {
    for (const person of personId === ctx.caller.personId ? ctx.hands : [personId]) {
      await this.repository.noteDuty(ctx, person, subjectId, group);
    }
  }
}
