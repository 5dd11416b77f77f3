import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { Rounds, type Lot } from '../rounds';
import { AdvanceAwards } from './advance-awards';
import { AwardMoney } from './award-money';
import { AwardMoves } from './award-moves';
import type { AwardBasis, AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { awardTransitions, type AwardState } from './award.transitions';
import { awardWordings } from './award.wordings';
import type { CommissionPlan } from './commissions/commission-plan';
import { LockAward } from './lock-award';
import { NoticeClock } from './notice-clock';
import { noticeDays, signingCountsFrom } from './notice-days';
import { ReleaseBid } from './release-bid';
import { LetAwardFall } from './singles/let-award-fall';
import { byFund, readDraws, type FundDraw } from './stored-draw';

/** An award as the later stages see it. */
export interface Award {
  readonly id: string;
  readonly roundId: string;
  readonly lotId: string | null;
  readonly bidId: string | null;
  readonly partyId: string;
  readonly unitPath: string;
  readonly basis: AwardBasis;
  readonly title: string;
  readonly rank: number | null;
  readonly amountFen: Fen;
  /** Which funds give how much, together the amount; none for a reserve. */
  readonly draws: readonly FundDraw[];
  readonly state: AwardState;
  readonly confirmedAt: Instant | null;
  /** What a directed commission is for; null where the bid's application says it. */
  readonly plan: CommissionPlan | null;
  readonly version: number;
}

/** Awards, for the stages after this one. */
@Injectable()
export class Awards {
  constructor(
    private readonly repository: AwardRepository,
    private readonly lockAward: LockAward,
    private readonly advanceAwards: AdvanceAwards,
    private readonly moves: AwardMoves,
    private readonly money: AwardMoney,
    private readonly clock: NoticeClock,
    private readonly fall: LetAwardFall,
    private readonly releaseBid: ReleaseBid,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, awardId: string): Promise<Award> {
    return viewOf(found(await this.repository.find(ctx, awardId)));
  }

  /** The award, its lot and itself locked until the caller's transaction ends. @throws ACCESS.NOT_FOUND */
  async lock(ctx: Context, awardId: string): Promise<Award> {
    return viewOf(found(await this.lockAward.withLot(ctx, awardId)));
  }

  /** The awards of a lot in order of rank, reserve and fallen ones included. */
  async ofLot(ctx: Context, lotId: string): Promise<Award[]> {
    return (await this.repository.ofLot(ctx, lotId)).map(viewOf);
  }

  /** Does for a round's awards whatever the system has to do by now, and gives its lots as they then are, locked. */
  async advanceRound(ctx: Context, roundId: string): Promise<Lot[]> {
    return this.advanceAwards.round(ctx, roundId);
  }

  /** Does for a directed commission whatever the system has to do by now. @throws ACCESS.NOT_FOUND */
  async advanceCommission(ctx: Context, awardId: string): Promise<Award> {
    return viewOf(found(await this.advanceAwards.commission(ctx, awardId)));
  }

  /** The day from which the time for signing counts, that day itself not counted. */
  async signingCountsFrom(ctx: Context, awardId: string): Promise<Day> {
    const award = found(await this.repository.find(ctx, awardId));
    const clock = await this.clock.of(ctx, award);
    if (clock === null || award.confirmedAt === null) {
      throw new Error(`the award ${awardId} is not confirmed`);
    }
    return signingCountsFrom(noticeDays(clock).lastDay, award.confirmedAt);
  }

  /**
   * The contract of an award is in force: what was reserved is committed.
   * @throws STATE.OUT_OF_ORDER, LEDGER.INSUFFICIENT
   */
  async contracted(ctx: Context, awardId: string, contractId: string): Promise<void> {
    const award = found(await this.repository.lock(ctx, awardId));
    await this.moves.move(ctx, award, 'contract', { contractId });
    await this.money.commit(ctx, award);
  }

  /** The party did not sign in time, which counts as declining. @throws STATE.OUT_OF_ORDER */
  async lapse(ctx: Context, awardId: string, reason: string): Promise<void> {
    const award = found(await this.lockAward.withLot(ctx, awardId));
    await this.fall.execute(ctx, award, { move: 'decline', reason, wording: awardWordings.lapsed });
  }

  /**
   * Ends a confirmed lot when nothing of it can change any more: what is left of the reserve is released.
   * @param lot locked by the caller
   * @returns whether the lot has ended
   */
  async endLotIfSettled(ctx: Context, lot: Lot): Promise<boolean> {
    if (lot.state !== 'confirmed') return lot.state === 'ended';
    const awards = await this.repository.lockOfLot(ctx, lot.id);
    const isSettled = ({ state }: AwardEntity) =>
      state === 'reserve' || awardTransitions.final.includes(state);
    if (!awards.every(isSettled)) return false;
    for (const award of awards) {
      if (award.state === 'reserve') await this.releaseReserve(ctx, award);
    }
    await this.rounds.moveLot(ctx, lot, 'end', {
      body: { contracted: awards.filter(({ state }) => state === 'contracted').length },
      audience: { public: true },
    });
    return true;
  }

  private async releaseReserve(ctx: Context, award: AwardEntity): Promise<void> {
    await this.moves.move(ctx, award, 'notConfirm');
    await this.releaseBid.of(ctx, award);
    const people = await this.people.holdersOf(ctx, 'applicant', award.partyId);
    const subject = { kind: 'award', id: award.id };
    const facts = { title: award.title };
    await this.inbox.write(ctx, people, awardWordings.reserveReleased, subject, facts);
  }
}

function viewOf(award: AwardEntity): Award {
  const { id, roundId, lotId, bidId, partyId, unitPath, basis, title, rank } = award;
  const { amountFen, state, confirmedAt, plan, version } = award;
  return {
    ...{ id, roundId, lotId, bidId, partyId, unitPath, basis, title, rank },
    ...{ amountFen, state, confirmedAt, plan, version },
    draws: byFund(readDraws(award.draws)),
  };
}

function found<T>(row: T | null): T {
  if (row === null) throw refuseAccess('ACCESS.NOT_FOUND');
  return row;
}
