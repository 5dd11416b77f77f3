import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Processes } from '../../registers/processes';
import { Awards, type Award } from '../awards';
import { isAtOrPast, Rounds } from '../rounds';
import { ContractDecisions } from './contract-decisions';
import { ContractRepository } from './contract.repository';
import { DrawContract } from './draw-contract';
import { AwaitFiling } from './filing/await-filing';
import { RefuseContract } from './refuse-contract';

const DECLINED = '承接方放弃立项 The award was declined';

/** What the system does for contracts by itself, wherever the awards stand: it draws what is missing and ends what came to nothing. */
@Injectable()
export class AdvanceContracts {
  constructor(
    private readonly awards: Awards,
    private readonly rounds: Rounds,
    private readonly repository: ContractRepository,
    private readonly drawContract: DrawContract,
    private readonly refuseContract: RefuseContract,
    private readonly awaitFiling: AwaitFiling,
    private readonly decisions: ContractDecisions,
    private readonly processes: Processes,
  ) {}

  /** @returns whether every award of the round that is confirmed has its contract, and no lot still waits to be confirmed */
  async drawForRound(ctx: Context, roundId: string): Promise<boolean> {
    const lots = await this.awards.advanceRound(ctx, roundId);
    for (const { id } of lots) {
      for (const award of await this.awards.ofLot(ctx, id)) await this.settle(ctx, award);
    }
    return lots.every(({ state }) => isAtOrPast(state, 'confirmed'));
  }

  /** Ends lots of which nothing is open any more, and the round with the last of them. @returns whether the round has ended */
  async endRoundIfSettled(ctx: Context, roundId: string): Promise<boolean> {
    await this.drawForRound(ctx, roundId);
    for (const { id } of await this.rounds.lotsOf(ctx, roundId)) {
      await this.awards.endLotIfSettled(ctx, await this.rounds.lockLot(ctx, id));
    }
    await this.rounds.endIfOver(ctx, roundId);
    const { state } = await this.rounds.get(ctx, roundId);
    return state === 'ended' || state === 'cancelled';
  }

  /** @returns whether the contract of an award is in force; one that fell away ends its process */
  async forCommission(ctx: Context, awardId: string): Promise<boolean> {
    const award = await this.awards.advanceCommission(ctx, awardId);
    await this.settle(ctx, award);
    if (award.state === 'contracted') await this.awaitFiling.start(ctx, awardId);
    if (award.state === 'declined') {
      await this.rounds.returnWhatFellFree(ctx, award.roundId);
      await this.processes.end(ctx, { kind: 'project', id: awardId });
    }
    return award.state === 'contracted';
  }

  private async settle(ctx: Context, award: Award): Promise<void> {
    if (award.state === 'confirmed') await this.drawContract.execute(ctx, award);
    if (award.state !== 'declined') return;
    await this.decisions.withdraw(ctx, award.id);
    const open = await this.repository.ofAward(ctx, award.id);
    if (open?.state !== 'drawn') return;
    const contract = (await this.repository.lock(ctx, open.id))!;
    if (contract.state === 'drawn') await this.refuseContract.execute(ctx, contract, DECLINED);
  }
}
