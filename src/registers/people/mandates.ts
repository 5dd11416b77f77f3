import { Inject, Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import { Identities } from '../../platform/auth/identities';
import type { Context } from '../../platform/database/context';
import { sqlStateOf, violatedConstraint } from '../../platform/database/door';
import { MandateEntity, type ScopeKind } from './mandate.entity';
import { PeopleRepository } from './people.repository';
import { refusePeople } from './people.refusals';

/** What is told of a new mandate. */
export interface NewMandate {
  readonly personId: string;
  readonly duty: Duty;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly untilAt: Instant | null;
}

const EXCLUSION_VIOLATION = '23P01';

/** Gives duties: for the administrator's act, and for acts that bring a duty with them, such as registering a party. */
@Injectable()
export class Mandates {
  constructor(
    private readonly repository: PeopleRepository,
    @Inject(Identities) private readonly identities: Pick<Identities, 'forgetPerson'>,
  ) {}

  /** A mandate, locked, so that it is not ended while something is made of it; null when there is none. */
  async lock(ctx: Context, id: string): Promise<MandateEntity | null> {
    return this.repository.lockMandate(ctx, id);
  }

  /**
   * Gives a registered person a duty from now. Whether the caller may have it done is for the act that calls this.
   * @throws PEOPLE.MANDATE_OVERLAPS, PEOPLE.DUTIES_CONFLICT
   */
  async give(ctx: Context, wanted: NewMandate): Promise<MandateEntity> {
    const mandate = Object.assign(new MandateEntity(), {
      ...wanted,
      id: newId(),
      fromAt: await ctx.now(),
      version: 1,
    });
    try {
      await this.repository.insertMandate(ctx, mandate);
    } catch (error) {
      throw translated(error);
    }
    await ctx.record({
      name: 'people.mandate-granted',
      aggregate: { kind: 'mandate', id: mandate.id, version: 1 },
      move: null,
      body: {
        personId: mandate.personId,
        duty: mandate.duty,
        scope: { kind: mandate.scopeKind, id: mandate.scopeId },
      },
      audience: { personIds: [mandate.personId] },
    });
    this.identities.forgetPerson(mandate.personId);
    return mandate;
  }
}

function translated(error: unknown): unknown {
  if (sqlStateOf(error) !== EXCLUSION_VIOLATION) return error;
  return violatedConstraint(error) === 'administrator_holds_no_other_duty'
    ? refusePeople('PEOPLE.DUTIES_CONFLICT')
    : refusePeople('PEOPLE.MANDATE_OVERLAPS');
}
