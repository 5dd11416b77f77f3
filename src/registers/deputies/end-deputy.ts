import { Injectable } from '@nestjs/common';
import { Identities } from '../../platform/auth/identities';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../inbox';
import { Mandates, type MandateEntity } from '../people';
import { Units } from '../units';
import type { DeputyEntity } from './deputy.entity';
import { refuseDeputies } from './deputy.refusals';
import { DeputyRepository } from './deputy.repository';
import { dutyInWords } from './deputy.rules';
import { deputyWordings } from './deputy.wordings';

/** Ends a deputyship before its time: by either of the two, by who is over them, or by an administrator. */
@Injectable()
export class EndDeputy {
  constructor(
    private readonly repository: DeputyRepository,
    private readonly mandates: Mandates,
    private readonly units: Units,
    private readonly inbox: Inbox,
    private readonly identities: Identities,
  ) {}

  /** @throws ACCESS.NOT_FOUND, DEPUTIES.ENDED */
  async execute(ctx: Context, deputyId: string): Promise<DeputyEntity> {
    const deputy = requireFound(await this.repository.lock(ctx, deputyId));
    const mandate = requireFound(await this.mandates.lock(ctx, deputy.mandateId));
    const { principalId, personId } = deputy;
    ctx.require('deputy.end', {
      personId: principalId,
      assignedIds: [personId],
      ...(await this.placeOf(ctx, mandate)),
    });
    ctx.matches(deputy.version);
    const now = await ctx.now();
    if (deputy.endedAt !== null || deputy.untilAt <= now) throw refuseDeputies('DEPUTIES.ENDED');
    deputy.endedAt = now;
    deputy.endedBy = ctx.personId;
    deputy.version += 1;
    await this.repository.update(ctx, deputy);
    const subject = { kind: 'deputy', id: deputy.id };
    const facts = { duty: dutyInWords(mandate.duty) };
    await this.inbox.write(ctx, [principalId, personId], deputyWordings.ended, subject, facts);
    await ctx.record({
      name: 'deputies.deputy-ended',
      aggregate: { kind: 'deputy', id: deputy.id, version: deputy.version },
      move: null,
      body: { mandateId: mandate.id, duty: mandate.duty, principalId, personId },
      audience: { personIds: [principalId, personId] },
    });
    this.identities.forgetPerson(personId);
    return deputy;
  }

  private async placeOf(
    ctx: Context,
    { scopeKind, scopeId }: MandateEntity,
  ): Promise<{ unitPath?: string }> {
    if (scopeKind !== 'unit') return {};
    return { unitPath: (await this.units.get(ctx, scopeId)).path };
  }
}
