import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks } from '../../../registers/clocks';
import { Holds } from '../../../registers/holds';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { People } from '../../../registers/people';
import { Awards } from '../../awards';
import { ContractMoves } from '../contract-moves';
import { sideOf } from '../contract-side';
import { contractSides, type ContractEntity, type ContractSide } from '../contract.entity';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractTransitions } from '../contract.transitions';
import { contractWordings } from '../contract.wordings';
import { AmendmentBook } from './amendment-book';
import { AmendmentMoney } from './amendment-money';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';
import { amendmentTransitions } from './amendment.transitions';
import { changedDraws } from './changed-draws';
import { ProjectBook } from './contracted-project';
import { StandingContracts } from './standing-contract';

/** One side signs an approved amendment; with the second signature it is the contract's next version. */
@Injectable()
export class SignAmendment {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: AmendmentRepository,
    private readonly standings: StandingContracts,
    private readonly projects: ProjectBook,
    private readonly money: AmendmentMoney,
    private readonly book: AmendmentBook,
    private readonly moves: ContractMoves,
    private readonly awards: Awards,
    private readonly holds: Holds,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param documentDigest what the signer has read and signs
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CONTRACTS.DIGEST_DIFFERS, CONTRACTS.ALREADY_SIGNED, CONTRACTS.UNDER_HOLD,
   * CONTRACTS.AMENDMENT_OUTDATED, PAYMENTS.PROJECT_NOT_RUNNING, PEOPLE.DUTIES_CONFLICT, and what `ContractedProject.replan` refuses
   */
  async execute(
    ctx: Context,
    amendmentId: string,
    documentDigest: string,
  ): Promise<AmendmentEntity> {
    const { contractId } = requireFound(await this.repository.find(ctx, amendmentId));
    const contract = requireFound(await this.contracts.lock(ctx, contractId));
    const { unitPath, partyId } = contract;
    ctx.require('amendment.sign', { unitPath, partyIds: [partyId] });
    const amendment = requireFound(await this.repository.lock(ctx, amendmentId));
    ctx.matches(amendment.version);
    amendmentTransitions.next(amendment.state, 'sign');
    contractTransitions.next(contract.state, 'amend');
    if (documentDigest !== amendment.digest) throw refuseContracts('CONTRACTS.DIGEST_DIFFERS');
    const side = sideOf(ctx, contract);
    const isLast = await this.requireUnsigned(ctx, amendment, side);
    await this.requireUnchallenged(ctx, amendment.awardId);
    await this.projects.book.requireRunning(ctx, amendment.awardId);
    await this.sign(ctx, amendment, side);
    if (isLast) await this.enterIntoForce(ctx, amendment, contract);
    else await this.book.move(ctx, amendment, 'sign');
    return amendment;
  }

  /** @returns whether the other side has signed */
  private async requireUnsigned(
    ctx: Context,
    { id }: AmendmentEntity,
    side: ContractSide,
  ): Promise<boolean> {
    const signatures = await this.repository.signatures(ctx, id);
    if (signatures.some((signature) => signature.side === side)) {
      throw refuseContracts('CONTRACTS.ALREADY_SIGNED');
    }
    return signatures.length === contractSides.length - 1;
  }

  /** An order to put something right holds payments alone: an amendment may be how it is put right. */
  private async requireUnchallenged(ctx: Context, awardId: string): Promise<void> {
    const { lotId } = await this.awards.get(ctx, awardId);
    const holds = await this.holds.active(ctx, lotId === null ? [awardId] : [awardId, lotId]);
    if (holds.some(({ cause }) => cause.kind === 'challenge')) {
      throw refuseContracts('CONTRACTS.UNDER_HOLD');
    }
  }

  private async sign(ctx: Context, amendment: AmendmentEntity, side: ContractSide): Promise<void> {
    const group = side === 'grantee' ? 'bidder' : 'organizer';
    await this.people.noteDuty(ctx, ctx.personId, amendment.roundId, group);
    await this.repository.insertSignature(ctx, {
      amendmentId: amendment.id,
      side,
      personId: ctx.personId,
      documentDigest: amendment.digest,
      signedAt: await ctx.now(),
    });
  }

  private async enterIntoForce(
    ctx: Context,
    amendment: AmendmentEntity,
    contract: ContractEntity,
  ): Promise<void> {
    const { awardId, amountFen } = amendment;
    const standing = await this.standings.of(ctx, contract);
    const replan = await this.standings.replanAgain(ctx, amendment, standing);
    amendment.draws = changedDraws(standing.draws, replan);
    amendment.inForceAt = await ctx.now();
    const project = { kind: 'project', id: awardId } as const;
    await this.book.move(ctx, amendment, 'enter', [project]);
    await this.moves.move(ctx, contract, 'amend', { body: { amendmentId: amendment.id } });
    if (replan !== null) {
      await this.money.enter(ctx, amendment, replan.less);
      const { draws } = standing;
      await this.projects.book.followAmount(ctx, { awardId, draws }, amountFen);
    }
    const { projectTo } = amendment.document;
    if (projectTo !== standing.document.projectTo) {
      await this.projects.book.followEnd(ctx, awardId, projectTo);
    }
    await this.tell(ctx, amendment);
  }

  private async tell(ctx: Context, amendment: AmendmentEntity): Promise<void> {
    await this.clocks.meet(ctx, 'amendment.sign', amendment.id);
    await this.clocks.cancel(ctx, 'amendment.signReminder', amendment.id);
    await this.inbox.done(ctx, contractWordings.signAmendment, amendment.id);
    await this.publish(ctx, amendment);
    await this.book.tellBoth(ctx, amendment, contractWordings.amendmentInForce);
  }

  /** @source 实施条例 art. 50: contracts are published, and so is what changes them */
  private async publish(
    ctx: Context,
    { id, contractId, roundId, number, digest, document }: AmendmentEntity,
  ): Promise<void> {
    const { title, grantee, funder, amount, projectFrom, projectTo, round } = document;
    await this.notices.publish(ctx, {
      kind: 'contract',
      subject: { kind: 'contract', id: contractId },
      roundId,
      title: { zh: `合同变更公告：${title}`, en: `Contract amended under ${round.code}` },
      content: {
        ...{ roundCode: round.code, funder: funder.name, party: grantee.name, title, amount },
        ...{ projectFrom, projectTo, amendmentId: id, number, digest },
      },
    });
  }
}
