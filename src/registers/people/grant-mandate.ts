import { Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { sqlStateOf } from '../../platform/database/door';
import { MandateEntity, type ScopeKind } from './mandate.entity';
import { PeopleRepository } from './people.repository';
import { refusePeople } from './people.refusals';
import { People } from './people';

/** What is told of a new mandate. */
export interface NewMandate {
  readonly personId: string;
  readonly duty: Duty;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly untilAt: Instant | null;
}

const EXCLUSION_VIOLATION = '23P01';

/** Gives a person a duty, for a scope, from now. */
@Injectable()
export class GrantMandate {
  constructor(
    private readonly people: People,
    private readonly repository: PeopleRepository,
  ) {}

  /** @throws PEOPLE.UNKNOWN, PEOPLE.MANDATE_OVERLAPS, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, wanted: NewMandate): Promise<MandateEntity> {
    ctx.require('mandate.grant', {});
    await this.people.get(ctx, wanted.personId);
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
    return mandate;
  }
}

function translated(error: unknown): unknown {
  if (sqlStateOf(error) !== EXCLUSION_VIOLATION) return error;
  const { constraint } = (error as { driverError: { constraint?: string } }).driverError;
  return constraint === 'administrator_holds_no_other_duty'
    ? refusePeople('PEOPLE.DUTIES_CONFLICT')
    : refusePeople('PEOPLE.MANDATE_OVERLAPS');
}
