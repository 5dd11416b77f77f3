import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Clocks } from '../../registers/clocks';
import { Holds } from '../../registers/holds';
import { Inbox } from '../../registers/inbox';
import { Notices } from '../../registers/notices';
import { People } from '../../registers/people';
import { Processes } from '../../registers/processes';
import { Awards, type Award } from '../awards';
import { ContractMoves } from './contract-moves';
import { sideOf } from './contract-side';
import { contractSides, type ContractEntity, type ContractSide } from './contract.entity';
import { refuseContracts } from './contract.refusals';
import { ContractRepository } from './contract.repository';
import { contractTransitions } from './contract.transitions';
import { contractWordings } from './contract.wordings';

/** One side signs a contract; with the second signature it is in force, and the project begins. */
@Injectable()
export class SignContract {
  constructor(
    private readonly repository: ContractRepository,
    private readonly moves: ContractMoves,
    private readonly awards: Awards,
    private readonly holds: Holds,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
    private readonly processes: Processes,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param documentDigest what the signer has read and signs
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CONTRACTS.DIGEST_DIFFERS, CONTRACTS.ALREADY_SIGNED, CONTRACTS.UNDER_HOLD,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, contractId: string, documentDigest: string): Promise<ContractEntity> {
    const found = await this.repository.find(ctx, contractId);
    if (found === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('contract.sign', { partyIds: [found.partyId], unitPath: found.unitPath });
    const award = await this.awards.lock(ctx, found.awardId);
    const contract = (await this.repository.lock(ctx, contractId))!;
    ctx.matches(contract.version);
    contractTransitions.next(contract.state, 'sign');
    if (documentDigest !== contract.digest) throw refuseContracts('CONTRACTS.DIGEST_DIFFERS');
    const side = sideOf(ctx, contract);
    const isLast = await this.requireUnsigned(ctx, contract, side);
    await this.requireNoHold(ctx, award);
    await this.sign(ctx, contract, side);
    if (isLast) await this.enterIntoForce(ctx, contract, award);
    else await this.moves.move(ctx, contract, 'sign', { body: { side } });
    return contract;
  }

  /** @returns whether the other side has signed */
  private async requireUnsigned(
    ctx: Context,
    contract: ContractEntity,
    side: ContractSide,
  ): Promise<boolean> {
    const signatures = await this.repository.signatures(ctx, contract.id);
    if (signatures.some((signature) => signature.side === side)) {
      throw refuseContracts('CONTRACTS.ALREADY_SIGNED');
    }
    return signatures.length === contractSides.length - 1;
  }

  private async requireNoHold(ctx: Context, { id, lotId }: Award): Promise<void> {
    const holds = await this.holds.active(ctx, lotId === null ? [id] : [id, lotId]);
    if (holds.length > 0) throw refuseContracts('CONTRACTS.UNDER_HOLD');
  }

  private async sign(ctx: Context, contract: ContractEntity, side: ContractSide): Promise<void> {
    // Nobody signs for both sides: who once acted for one is kept from the other for the whole round.
    const group = side === 'grantee' ? 'bidder' : 'organizer';
    await this.people.noteDuty(ctx, ctx.personId, contract.roundId, group);
    await this.repository.insertSignature(ctx, {
      contractId: contract.id,
      side,
      personId: ctx.personId,
      documentDigest: contract.digest,
      signedAt: await ctx.now(),
    });
  }

  private async enterIntoForce(
    ctx: Context,
    contract: ContractEntity,
    award: Award,
  ): Promise<void> {
    const project = { kind: 'project', id: award.id } as const;
    const round = { kind: 'round', id: award.roundId } as const;
    contract.signedAt = await ctx.now();
    await this.processes.begin(ctx, project);
    await this.moves.move(ctx, contract, 'enter', { nudges: [project, round] });
    await this.awards.contracted(ctx, award.id, contract.id);
    await this.clocks.meet(ctx, 'contract.sign', contract.id);
    await this.clocks.cancel(ctx, 'contract.signReminder', contract.id);
    await this.inbox.done(ctx, contractWordings.sign, contract.id);
    await this.inbox.done(ctx, contractWordings.signOverdue, contract.id);
    await this.publish(ctx, contract);
    const people = await this.people.holdersOf(ctx, 'applicant', contract.partyId);
    const officers = await this.people.holdersAtUnit(ctx, 'organizer', contract.unitPath);
    const subject = { kind: 'contract', id: contract.id };
    const facts = { title: contract.document.title };
    await this.inbox.write(ctx, [...people, ...officers], contractWordings.inForce, subject, facts);
  }

  /** @source 实施条例 art. 50: contracts are published */
  private async publish(ctx: Context, contract: ContractEntity): Promise<void> {
    const { title, grantee, funder, amount, projectFrom, projectTo, round, basis } =
      contract.document;
    await this.notices.publish(ctx, {
      kind: 'contract',
      subject: { kind: 'contract', id: contract.id },
      roundId: contract.roundId,
      title: { zh: `合同公告：${title}`, en: `Contract in force under ${round.code}` },
      content: {
        roundCode: round.code,
        basis,
        funder: funder.name,
        party: grantee.name,
        title,
        amount,
        projectFrom,
        projectTo,
        digest: contract.digest,
      },
    });
  }
}
