import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds, type Round } from '../../rounds';
import type { ContractDocument } from '../contract-document';
import { sideOf } from '../contract-side';
import type { ContractEntity, ContractSide } from '../contract.entity';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractTransitions } from '../contract.transitions';
import { contractWordings } from '../contract.wordings';
import {
  amendedDocument,
  requireIncreaseWithin,
  requireTermWithin,
  withTranches,
  type AmendedTerms,
} from './amended-document';
import { AmendmentBook, factsOf, recordAmendment } from './amendment-book';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';
import { amendmentTransitions } from './amendment.transitions';
import { ProjectBook } from './contracted-project';
import { StandingContracts, type StandingContract } from './standing-contract';

/** One side proposes to change a contract in force. By itself it changes nothing: it is approved and signed first. */
@Injectable()
export class ProposeAmendment {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: AmendmentRepository,
    private readonly standings: StandingContracts,
    private readonly projects: ProjectBook,
    private readonly book: AmendmentBook,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT, CONTRACTS.INCREASE_TOO_LARGE, CONTRACTS.TERM_TOO_LONG,
   * CONTRACTS.AMENDMENT_OPEN, and what `amendedDocument` and `ContractedProject` refuse
   */
  async execute(
    ctx: Context,
    contractId: string,
    terms: AmendedTerms,
    reason: string,
  ): Promise<AmendmentEntity> {
    const contract = requireFound(await this.contracts.lock(ctx, contractId));
    const { unitPath, roundId, partyId, awardId } = contract;
    ctx.require('amendment.propose', { unitPath, roundId, partyIds: [partyId] });
    ctx.matches(contract.version);
    contractTransitions.next(contract.state, 'amend');
    const side = sideOf(ctx, contract);
    const group = side === 'grantee' ? 'bidder' : 'organizer';
    await this.people.noteDuty(ctx, ctx.personId, roundId, group);
    await this.projects.book.requireRunning(ctx, awardId);
    const round = await this.rounds.get(ctx, roundId);
    const standing = await this.standings.of(ctx, contract);
    const id = newId();
    const document = await this.drawUp(ctx, contract, round, standing, terms, { id, reason });
    const amendment = await this.newAmendment(ctx, contract, side, document, terms, standing);
    if (!(await this.repository.insert(ctx, amendment))) {
      throw refuseContracts('CONTRACTS.AMENDMENT_OPEN');
    }
    await recordAmendment(ctx, amendment, null);
    await this.tell(ctx, round, amendment);
    return amendment;
  }

  private async drawUp(
    ctx: Context,
    contract: ContractEntity,
    { ruleSet }: Round,
    standing: StandingContract,
    terms: AmendedTerms,
    proposed: { readonly id: string; readonly reason: string },
  ): Promise<ContractDocument> {
    const head = { ...proposed, number: standing.number + 1, follows: standing.digest };
    const document = amendedDocument(standing.document, terms, head, ruleSet);
    const amountFen = terms.amountFen ?? standing.amountFen;
    requireTermWithin(ruleSet, document);
    requireIncreaseWithin(ruleSet, contract.amountFen, amountFen);
    const replan = await this.standings.replan(ctx, contract, standing, amountFen);
    return replan === null ? document : withTranches(document, replan.tranches);
  }

  private async newAmendment(
    ctx: Context,
    contract: ContractEntity,
    side: ContractSide,
    document: ContractDocument,
    { amountFen }: AmendedTerms,
    standing: StandingContract,
  ): Promise<AmendmentEntity> {
    const { awardId, roundId, partyId, unitPath } = contract;
    const { id, number, reason } = document.amendment!;
    return {
      ...{ id, contractId: contract.id, awardId, roundId, partyId, unitPath, number, side, reason },
      amountFen: amountFen ?? standing.amountFen,
      document,
      digest: digestOf(document),
      state: amendmentTransitions.initial,
      proposedBy: ctx.personId,
      proposedAt: await ctx.now(),
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      reserved: [],
      draws: null,
      inForceAt: null,
      version: 1,
    };
  }

  private async tell(ctx: Context, round: Round, amendment: AmendmentEntity): Promise<void> {
    await this.inbox.open(ctx, {
      kind: contractWordings.approveAmendment,
      subject: { kind: 'amendment', id: amendment.id },
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      facts: factsOf(amendment),
    });
    await this.book.tellBoth(ctx, amendment, contractWordings.amendmentProposed);
  }
}
