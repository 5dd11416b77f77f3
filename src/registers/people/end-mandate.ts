import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { MandateEntity } from './mandate.entity';
import { PeopleRepository } from './people.repository';
import { refusePeople } from './people.refusals';

/** Ends a mandate now; what was done by it stays done. */
@Injectable()
export class EndMandate {
  constructor(private readonly repository: PeopleRepository) {}

  /** @throws ACCESS.NOT_FOUND, PEOPLE.MANDATE_ENDED */
  async execute(ctx: Context, mandateId: string): Promise<MandateEntity> {
    ctx.require('mandate.end', {});
    const mandate = await this.repository.lockMandate(ctx, mandateId);
    if (mandate === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.matches(mandate.version);
    const now = await ctx.now();
    if (mandate.untilAt !== null && mandate.untilAt <= now) {
      throw refusePeople('PEOPLE.MANDATE_ENDED');
    }
    mandate.untilAt = now;
    mandate.version += 1;
    await this.repository.updateMandate(ctx, mandate);
    await ctx.record({
      name: 'people.mandate-ended',
      aggregate: { kind: 'mandate', id: mandate.id, version: mandate.version },
      move: null,
      body: { personId: mandate.personId, duty: mandate.duty },
      audience: { personIds: [mandate.personId] },
    });
    return mandate;
  }
}
