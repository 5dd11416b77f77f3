import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractTransitions } from '../contract.transitions';
import { contractWordings } from '../contract.wordings';
import { AmendmentBook, factsOf } from './amendment-book';
import { AmendmentMoney } from './amendment-money';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';
import { amendmentTransitions } from './amendment.transitions';
import { ProjectBook } from './contracted-project';
import { StandingContracts } from './standing-contract';

/** So many calendar days before the time for signing ends the sides are reminded (invented, as for contracts). */
const REMINDED_BEFORE = 5;

/** An approver who did not propose it approves an amendment, or turns it down. */
@Injectable()
export class DecideAmendment {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: AmendmentRepository,
    private readonly standings: StandingContracts,
    private readonly projects: ProjectBook,
    private readonly money: AmendmentMoney,
    private readonly book: AmendmentBook,
    private readonly rounds: Rounds,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * What it adds is reserved, and both sides are asked to sign.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT, CONTRACTS.SAME_PERSON_AMENDS,
   * CONTRACTS.AMENDMENT_OUTDATED, LEDGER.INSUFFICIENT, PAYMENTS.PROJECT_NOT_RUNNING, and what `ContractedProject.replan` refuses
   */
  async approve(ctx: Context, amendmentId: string): Promise<AmendmentEntity> {
    const { contractId } = requireFound(await this.repository.find(ctx, amendmentId));
    const contract = requireFound(await this.contracts.lock(ctx, contractId));
    ctx.require('amendment.approve', { unitPath: contract.unitPath });
    const amendment = await this.lockForDecision(ctx, amendmentId);
    amendmentTransitions.next(amendment.state, 'approve');
    contractTransitions.next(contract.state, 'amend');
    await this.projects.book.requireRunning(ctx, contract.awardId);
    const standing = await this.standings.of(ctx, contract);
    const replan = await this.standings.replanAgain(ctx, amendment, standing);
    await this.decided(ctx, amendment);
    if (replan !== null) await this.money.reserve(ctx, amendment, replan.more);
    // The time for signing starts, which the project's process does not know of yet.
    const nudges = [{ kind: 'project', id: amendment.awardId }] as const;
    await this.book.move(ctx, amendment, 'approve', nudges);
    await this.startSigning(ctx, amendment);
    return amendment;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT, CONTRACTS.SAME_PERSON_AMENDS */
  async refuse(ctx: Context, amendmentId: string, reason: string): Promise<AmendmentEntity> {
    const { unitPath } = requireFound(await this.repository.find(ctx, amendmentId));
    ctx.require('amendment.refuse', { unitPath });
    const amendment = await this.lockForDecision(ctx, amendmentId);
    amendmentTransitions.next(amendment.state, 'refuse');
    await this.decided(ctx, amendment);
    amendment.refusalReason = reason;
    await this.book.drop(ctx, amendment, 'refuse');
    return amendment;
  }

  private async lockForDecision(ctx: Context, amendmentId: string): Promise<AmendmentEntity> {
    const amendment = requireFound(await this.repository.lock(ctx, amendmentId));
    ctx.matches(amendment.version);
    const proposed = { kind: 'amendment', id: amendment.id, version: 1 };
    if (await this.people.isSameHand(ctx, amendment.proposedBy, proposed)) {
      throw refuseContracts('CONTRACTS.SAME_PERSON_AMENDS');
    }
    return amendment;
  }

  private async decided(ctx: Context, amendment: AmendmentEntity): Promise<void> {
    await this.people.noteDuty(ctx, ctx.personId, amendment.roundId, 'organizer');
    amendment.decidedBy = ctx.personId;
    amendment.decidedAt = await ctx.now();
  }

  private async startSigning(ctx: Context, amendment: AmendmentEntity): Promise<void> {
    const { unitId, ruleSet } = await this.rounds.get(ctx, amendment.roundId);
    const subject = { kind: 'amendment', id: amendment.id };
    const period = {
      rule: 'amendment.sign',
      article: `${ruleSet.code}/contract/signWithinDays`,
      subject,
      process: { kind: 'project', id: amendment.awardId },
      from: amendment.decidedAt!,
      count: { unit: 'calendarDays', n: ruleSet.contract.signWithinDays },
    } as const;
    const reminder = { rule: 'amendment.signReminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    const facts = { ...factsOf(amendment), dueAt: printInstant(dueAt) };
    const task = { kind: contractWordings.signAmendment, subject, dueAt, facts };
    const party = { kind: 'party', id: amendment.partyId } as const;
    await this.inbox.open(ctx, { ...task, to: { duty: 'applicant', scope: party } });
    const unit = { kind: 'unit', id: unitId } as const;
    await this.inbox.open(ctx, { ...task, to: { duty: 'approver', scope: unit } });
    const people = await this.people.holdersOf(ctx, 'applicant', amendment.partyId);
    await this.inbox.write(ctx, people, contractWordings.signAmendment, subject, facts);
  }
}
