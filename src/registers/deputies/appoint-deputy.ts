import { Injectable } from '@nestjs/common';
import { mayBeDeputized } from '../../access/duties';
import { newId } from '../../kernel/id';
import { printInstant, type Instant } from '../../kernel/instant';
import { Identities } from '../../platform/auth/identities';
import type { Context } from '../../platform/database/context';
import { violatedConstraint } from '../../platform/database/door';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../inbox';
import { Mandates, People, type MandateEntity } from '../people';
import { DeputyEntity } from './deputy.entity';
import { refuseDeputies } from './deputy.refusals';
import { DeputyRepository } from './deputy.repository';
import { dutyInWords, groupOnRound, soundTime } from './deputy.rules';
import { deputyWordings } from './deputy.wordings';

/** A deputy as the holder of a mandate wants one. */
export interface WantedDeputy {
  readonly personId: string;
  /** Null for now. */
  readonly fromAt: Instant | null;
  readonly untilAt: Instant;
  readonly reason: string;
}

/** The holder of a mandate appoints a deputy for a time. A deputy holds no mandate, so nobody deputizes onward. */
@Injectable()
export class AppointDeputy {
  constructor(
    private readonly repository: DeputyRepository,
    private readonly mandates: Mandates,
    private readonly people: People,
    private readonly inbox: Inbox,
    private readonly identities: Identities,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, DEPUTIES.DUTY_IN_PERSON, DEPUTIES.MANDATE_ENDED, DEPUTIES.OWN_DEPUTY, PEOPLE.UNKNOWN,
   * DEPUTIES.TIME_UNSOUND, DEPUTIES.DUTIES_CONFLICT, DEPUTIES.OVERLAPS
   */
  async execute(ctx: Context, mandateId: string, wanted: WantedDeputy): Promise<DeputyEntity> {
    const mandate = requireFound(await this.mandates.lock(ctx, mandateId));
    const { personId: principalId, duty } = mandate;
    ctx.require('deputy.appoint', { personId: principalId });
    const appointedAt = await ctx.now();
    requireDeputizable(mandate, appointedAt);
    const { personId, untilAt, reason } = wanted;
    if (personId === principalId) throw refuseDeputies('DEPUTIES.OWN_DEPUTY', {}, '/personId');
    await this.people.get(ctx, personId);
    const fromAt = soundTime(appointedAt, wanted.fromAt, untilAt);
    await this.requireNoConflict(ctx, personId, mandate);
    const deputy: DeputyEntity = {
      ...{ id: newId(), mandateId, principalId, personId, fromAt, untilAt, reason, appointedAt },
      ...{ endedAt: null, endedBy: null, version: 1 },
    };
    await this.insert(ctx, deputy);
    const facts = {
      duty: dutyInWords(duty),
      from: printInstant(fromAt),
      until: printInstant(untilAt),
    };
    const subject = { kind: 'deputy', id: deputy.id };
    await this.inbox.write(ctx, [personId], deputyWordings.appointed, subject, facts);
    await ctx.record({
      name: 'deputies.deputy-appointed',
      aggregate: { kind: 'deputy', id: deputy.id, version: 1 },
      move: null,
      body: {
        ...{ mandateId, duty, principalId, personId },
        fromAt: fromAt.toISOString(),
        untilAt: untilAt.toISOString(),
      },
      audience: { personIds: [principalId, personId] },
    });
    this.identities.forgetPerson(personId);
    return deputy;
  }

  /** A mandate for one round names the subject, so what the deputy has been on it is known now; elsewhere each act asks. */
  private async requireNoConflict(
    ctx: Context,
    personId: string,
    { duty, scopeKind, scopeId }: MandateEntity,
  ): Promise<void> {
    const side = groupOnRound(duty);
    if (scopeKind !== 'round' || side === null) return;
    const noted = await this.people.dutiesOn(ctx, scopeId);
    if (noted.some((note) => note.personId === personId && note.group !== side)) {
      throw refuseDeputies('DEPUTIES.DUTIES_CONFLICT', {}, '/personId');
    }
  }

  private async insert(ctx: Context, deputy: DeputyEntity): Promise<void> {
    try {
      await this.repository.insert(ctx, deputy);
    } catch (error) {
      switch (violatedConstraint(error)) {
        case 'one_deputy_at_a_time':
          throw refuseDeputies('DEPUTIES.OVERLAPS');
        case 'administrator_holds_no_other_duty':
          throw refuseDeputies('DEPUTIES.DUTIES_CONFLICT', {}, '/personId');
        default:
          throw error;
      }
    }
  }
}

function requireDeputizable({ duty, untilAt }: MandateEntity, now: Instant): void {
  if (!mayBeDeputized(duty)) throw refuseDeputies('DEPUTIES.DUTY_IN_PERSON');
  if (untilAt !== null && untilAt <= now) throw refuseDeputies('DEPUTIES.MANDATE_ENDED');
}
