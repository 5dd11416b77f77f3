import { Injectable } from '@nestjs/common';
import { duties } from '../../../access/duties';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { simpleTriggers, type Accepted, type TrancheTrigger } from '../../../rules';
import { Independence } from '../independence';
import { PaymentBasis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { TrancheAcceptanceRepository } from './tranche-acceptance.repository';
import { rulesOf } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';

/** Whoever has the duty that the rules name accepts the work which a tranche pays. The project's process makes it due. */
@Injectable()
export class AcceptTranche {
  constructor(
    private readonly repository: TrancheRepository,
    private readonly acceptances: TrancheAcceptanceRepository,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly people: People,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, PAYMENTS.NOTHING_TO_ACCEPT, STATE.OUT_OF_ORDER, PAYMENTS.ACCEPTED_ALREADY, PAYMENTS.OWN_PARTY,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, trancheId: string, findings: string): Promise<TrancheEntity> {
    const tranche = requireFound(await this.repository.lock(ctx, trancheId));
    const { unitPath, roundId, partyId, projectId, code } = tranche;
    const basis = await this.basis.get(ctx, projectId);
    const accepted = acceptanceIn(rulesOf(basis.contract.ruleSet, code).trigger);
    const onlyDuty = accepted === null ? {} : { onlyDuty: accepted.by };
    ctx.require('tranche.accept', { unitPath, roundId, ...onlyDuty });
    ctx.matches(tranche.version);
    if (accepted === null) throw refusePayments('PAYMENTS.NOTHING_TO_ACCEPT');
    tranche.state = trancheTransitions.next(tranche.state, 'accept');
    await this.independence.requireOutsider(ctx, partyId);
    // Whoever accepts work has a side in the round, and is kept from its payments as one who decided.
    await this.people.noteDuty(ctx, ctx.personId, roundId, duties[accepted.by].group);
    const isNew = await this.acceptances.insert(ctx, {
      ...{ id: tranche.id, projectId, code, findings },
      ...{ duty: accepted.by, acceptedBy: ctx.personId, acceptedAt: await ctx.now() },
    });
    if (!isNew) throw refusePayments('PAYMENTS.ACCEPTED_ALREADY');
    tranche.version += 1;
    await this.repository.update(ctx, tranche);
    await recordTranche(ctx, tranche, 'accept', {
      body: { duty: accepted.by },
      nudges: [{ kind: 'project', id: projectId }],
    });
    await this.desk.done(ctx, paymentsWordings.accept, tranche.id);
    return tranche;
  }
}

/** The acceptance that a trigger asks for; null where it asks for none. */
export function acceptanceIn(trigger: TrancheTrigger): Accepted | null {
  return simpleTriggers(trigger).find((part) => part.variant === 'accepted') ?? null;
}
