import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import { printInstant } from '../../kernel/instant';
import { digestOf } from '../../platform/crypto/digest';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { Parties } from '../../registers/parties';
import { People } from '../../registers/people';
import { Units } from '../../registers/units';
import { Awards, type Award } from '../awards';
import { Bids } from '../bids';
import { Rounds, type Round } from '../rounds';
import { drawUpContract, type ContractDocument } from './contract-document';
import { asksBeforeContract, ContractDecisions } from './contract-decisions';
import type { ContractEntity } from './contract.entity';
import { audienceOf } from './contract-moves';
import { ContractRepository } from './contract.repository';
import { contractTransitions } from './contract.transitions';
import { contractWordings } from './contract.wordings';

/** So many calendar days before the time for signing ends the sides are reminded (invented). */
const REMINDED_BEFORE = 5;

/** Draws the contract of a confirmed award and starts the time for signing it. */
@Injectable()
export class DrawContract {
  constructor(
    private readonly awards: Awards,
    private readonly bids: Bids,
    private readonly rounds: Rounds,
    private readonly parties: Parties,
    private readonly units: Units,
    private readonly decisions: ContractDecisions,
    private readonly repository: ContractRepository,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** Does nothing when the award has its contract, or something has to be decided first. @param award confirmed, and locked by the caller */
  async execute(ctx: Context, award: Award): Promise<void> {
    if ((await this.repository.ofAward(ctx, award.id)) !== null) return;
    const round = await this.rounds.get(ctx, award.roundId);
    if (!(await this.decisions.areAnswered(ctx, round, award))) return;
    const document = await this.drawUp(ctx, round, award);
    const contract: ContractEntity = {
      id: document.contractId,
      awardId: award.id,
      roundId: award.roundId,
      partyId: award.partyId,
      unitPath: award.unitPath,
      amountFen: award.amountFen,
      document,
      digest: digestOf(document),
      state: contractTransitions.initial,
      drawnAt: await ctx.now(),
      signedAt: null,
      reason: null,
      version: 1,
    };
    await this.repository.insert(ctx, contract);
    await ctx.record({
      name: 'contracts.contract-drawn',
      aggregate: { kind: 'contract', id: contract.id, version: 1 },
      move: null,
      roundId: contract.roundId,
      body: { awardId: award.id, digest: contract.digest },
      audience: audienceOf(contract),
    });
    await this.startSigning(ctx, round, contract);
  }

  private async drawUp(ctx: Context, round: Round, award: Award): Promise<ContractDocument> {
    const party = await this.parties.get(ctx, award.partyId);
    const unit = await this.units.get(ctx, round.unitId);
    const application = award.bidId === null ? null : await this.bids.application(ctx, award.bidId);
    return drawUpContract({
      contractId: newId(),
      awardId: award.id,
      basis: award.basis,
      round: { id: round.id, code: round.code, revision: round.revision },
      ruleSet: round.ruleSet,
      funder: { unitId: unit.id, name: unit.name },
      grantee: { partyId: party.id, name: party.name, creditCode: party.creditCode },
      title: award.title,
      amountFen: award.amountFen,
      plan: application ?? award.plan!,
      applicationDigest: application === null ? null : digestOf({ ...application }),
      drawnOn: dayOf(await ctx.now()),
    });
  }

  private async startSigning(ctx: Context, round: Round, contract: ContractEntity): Promise<void> {
    const { code, contract: rules } = round.ruleSet;
    const subject = { kind: 'contract', id: contract.id };
    const period = {
      rule: 'contract.sign',
      article: `${code}/contract/signWithinDays`,
      subject,
      process: await this.processOf(ctx, contract),
      from: await this.signingFrom(ctx, round, contract),
      count: { unit: 'calendarDays', n: rules.signWithinDays } as const,
    };
    const reminder = { rule: 'contract.signReminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    const facts = { title: contract.document.title, dueAt: printInstant(dueAt) };
    const task = { kind: contractWordings.sign, subject, dueAt, facts };
    const { partyId } = contract;
    await this.inbox.open(ctx, {
      ...task,
      to: { duty: 'applicant', scope: { kind: 'party', id: partyId } },
    });
    await this.inbox.open(ctx, {
      ...task,
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
    });
    const people = await this.people.holdersOf(ctx, 'applicant', partyId);
    await this.inbox.write(ctx, people, contractWordings.sign, subject, facts);
  }

  /** What had to be decided before the contract takes nothing from the time for signing it. */
  private async signingFrom(ctx: Context, round: Round, contract: ContractEntity): Promise<Day> {
    const from = await this.awards.signingCountsFrom(ctx, contract.awardId);
    const { drawnOn } = contract.document;
    return asksBeforeContract(round.ruleSet) && drawnOn > from ? drawnOn : from;
  }

  private async processOf(ctx: Context, { awardId, roundId }: ContractEntity) {
    const { lotId } = await this.awards.get(ctx, awardId);
    return lotId === null
      ? ({ kind: 'project', id: awardId } as const)
      : ({ kind: 'round', id: roundId } as const);
  }
}
