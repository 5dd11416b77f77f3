import { Injectable } from '@nestjs/common';
import type { Fen } from '../../../kernel/money';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { Awards, type FundDraw } from '../../awards';
import type { ContractDocument } from '../contract-document';
import type { ContractEntity } from '../contract.entity';
import { refuseContracts } from '../contract.refusals';
import { withTranches } from './amended-document';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentRepository } from './amendment.repository';
import { ProjectBook, type Replan } from './contracted-project';

/** A contract in the version that is in force, or would be with its signatures. */
export interface StandingContract {
  /** 1 is the contract as it was first signed. */
  readonly number: number;
  readonly document: ContractDocument;
  readonly digest: string;
  readonly amountFen: Fen;
  readonly draws: readonly FundDraw[];
}

/** Reads what a contract says now, and works out what an amendment does to its tranches. */
@Injectable()
export class StandingContracts {
  constructor(
    private readonly repository: AmendmentRepository,
    private readonly awards: Awards,
    private readonly projects: ProjectBook,
  ) {}

  /** The version of a contract in force; the first one before that. */
  async of(ctx: Context, contract: ContractEntity): Promise<StandingContract> {
    const amendment = await this.repository.inForce(ctx, contract.id);
    if (amendment !== null) {
      const { number, document, digest, amountFen } = amendment;
      return { number, document, digest, amountFen, draws: amendment.draws ?? [] };
    }
    const { document, digest, amountFen } = contract;
    const { draws } = await this.awards.get(ctx, contract.awardId);
    return { number: 1, document, digest, amountFen, draws };
  }

  /**
   * The tranches at another amount; null where the amount stays, and with it every tranche.
   * @throws what `ContractedProject.replan` does
   */
  async replan(
    ctx: Context,
    { awardId }: { readonly awardId: string },
    { amountFen: standingFen, draws }: StandingContract,
    amountFen: Fen,
  ): Promise<Replan | null> {
    if (amountFen === standingFen) return null;
    return this.projects.book.replan(ctx, { awardId, draws }, amountFen);
  }

  /**
   * What the amendment does to the tranches as they stand now, which must be what it says they are.
   * @throws CONTRACTS.AMENDMENT_OUTDATED when a tranche has become due since
   */
  async replanAgain(
    ctx: Context,
    amendment: AmendmentEntity,
    standing: StandingContract,
  ): Promise<Replan | null> {
    const replan = await this.replan(ctx, amendment, standing, amendment.amountFen);
    if (replan === null) return null;
    if (digestOf(withTranches(amendment.document, replan.tranches)) !== amendment.digest) {
      throw refuseContracts('CONTRACTS.AMENDMENT_OUTDATED');
    }
    return replan;
  }
}
