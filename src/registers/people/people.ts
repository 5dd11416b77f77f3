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

  /** Who holds a duty now at a unit or above it. */
  async holdersAtUnit(ctx: Context, duty: Duty, unitPath: string): Promise<string[]> {
    return this.repository.holdersAtUnit(ctx, duty, unitPath);
  }

  /** Who holds a duty now for exactly this party, round or unit. */
  async holdersOf(ctx: Context, duty: Duty, scopeId: string): Promise<string[]> {
    return this.repository.holdersOf(ctx, duty, scopeId);
  }

  /** What people have been on a subject so far. */
  async dutiesOn(
    ctx: Context,
    subjectId: string,
  ): Promise<{ readonly personId: string; readonly group: string }[]> {
    return this.repository.dutiesOn(ctx, subjectId);
  }

  /**
   * Notes what a person has been on a subject, for ever; the database keeps opposed duties apart, whichever comes first.
   * @throws PEOPLE.DUTIES_CONFLICT
   */
  async noteDuty(
    ctx: Context,
    personId: string,
    subjectId: string,
    group: DutyGroup,
  ): Promise<void> {
    await this.repository.noteDuty(ctx, personId, subjectId, group);
  }
}
