import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import type { RuleSet } from '../../rules';
import type { LotEntity } from './lot.entity';
import { EndRound, type LotFailure } from './end-round';
import { LotKeeper, type LotMoved } from './lot-keeper';
import { lotTransitions, type LotMove } from './lot.transitions';
import { requireFound } from '../../platform/http/require-found';
import type { PotFund, RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';
import { ReturnMoney } from './return-money';
import type { RoundState } from './round.transitions';

/** A round as the later stages see it. */
export interface Round {
  readonly id: string;
  readonly programmeId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly code: string;
  readonly state: RoundState;
  /** The revision of the rule set in force, and the rule set itself. */
  readonly revision: number;
  readonly ruleSet: RuleSet;
  readonly pots: readonly PotFund[];
  readonly createdBy: string;
  readonly approvedBy: string | null;
  readonly version: number;
}

/** A lot as the later stages see it. */
export type Lot = Readonly<LotEntity>;

/** A lot behind its gate: nothing closes or moves it until the caller's transaction ends. */
export interface EnteredLot {
  readonly id: string;
  readonly roundId: string;
  readonly roundCode: string;
  readonly roundState: RoundState;
  readonly unitPath: string;
  readonly code: string;
  readonly state: Lot['state'];
  readonly opensAt: Instant;
  /** Exclusive. */
  readonly closesAt: Instant;
  /** The revision of the rule set that a bid must name. */
  readonly revision: number;
  /** Legal time, taken behind the gate: the moment of receipt. */
  readonly at: Instant;
}

/** Rounds and lots, for the stages after them. */
@Injectable()
export class Rounds {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
    private readonly endRound: EndRound,
    private readonly money: ReturnMoney,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, roundId: string): Promise<Round> {
    const round = requireFound(await this.repository.find(ctx, roundId));
    const { document } = await this.repository.revisionOf(ctx, round);
    return { ...viewOf(round), ruleSet: document };
  }

  /** The year of the programme under which a round is run. @throws ACCESS.NOT_FOUND */
  async yearOf(ctx: Context, roundId: string): Promise<number> {
    const { programmeId } = requireFound(await this.repository.find(ctx, roundId));
    return requireFound(await this.repository.findProgramme(ctx, programmeId)).year;
  }

  /** The rule sets of a round by revision: a bid is read and checked by the one that it names. */
  async ruleSets(ctx: Context, roundId: string): Promise<ReadonlyMap<number, RuleSet>> {
    const revisions = await this.repository.revisionsOf(ctx, roundId);
    return new Map(revisions.map(({ revision, document }) => [revision, document]));
  }

  /** @throws ACCESS.NOT_FOUND */
  async lot(ctx: Context, lotId: string): Promise<Lot> {
    return requireFound(await this.repository.findLot(ctx, lotId));
  }

  /** The lot, locked until the caller's transaction ends. @throws ACCESS.NOT_FOUND */
  async lockLot(ctx: Context, lotId: string): Promise<Lot> {
    return requireFound(await this.repository.lockLot(ctx, lotId));
  }

  /** The lots of a round, in the order of its rule set. */
  async lotsOf(ctx: Context, roundId: string): Promise<Lot[]> {
    return this.repository.lotsOf(ctx, roundId);
  }

  /**
   * Takes a bidder's share of the lot's gate, then reads the lot and the time. Many share it; closing and extending wait for
   * them and keep later ones out.
   * @throws ACCESS.NOT_FOUND
   */
  async enterLot(ctx: Context, lotId: string): Promise<EnteredLot> {
    return { ...requireFound(await this.repository.enter(ctx, lotId)), id: lotId };
  }

  /** Passes when the lot may be moved so from where it stands. @throws STATE.OUT_OF_ORDER */
  requireMove({ state }: Lot, move: LotMove): void {
    lotTransitions.next(state, move);
  }

  /**
   * Moves a lot, saves it and records its event; the caller has locked it. A lot that ends by failing takes its round with it
   * when it was the last under way.
   * @throws STATE.OUT_OF_ORDER
   */
  async moveLot(ctx: Context, lot: Lot, move: LotMove, moved: LotMoved): Promise<Lot> {
    return this.lots.move(ctx, lot, move, moved);
  }

  /**
   * Ends a lot as failed 流标, with a public notice of why; the round ends with its last lot.
   * @throws STATE.OUT_OF_ORDER
   */
  async failLot(ctx: Context, lot: Lot, reason: LotFailure): Promise<Lot> {
    const failed = await this.moveLot(ctx, lot, 'fail', {
      body: { reason },
      audience: { public: true },
    });
    await this.endRound.publishFailure(ctx, failed, reason);
    await this.endRound.ifOver(ctx, lot.roundId);
    return failed;
  }

  /** Ends the round when none of its lots is under way any more; otherwise does nothing. */
  async endIfOver(ctx: Context, roundId: string): Promise<boolean> {
    return this.endRound.ifOver(ctx, roundId);
  }

  /**
   * Gives what was not awarded back to the funds, once the round has ended and the time for commissioning it is over.
   * @param isWaitedFor whether a commission is proposed that nobody has decided on
   * @returns whether it has gone back
   */
  async returnMoney(ctx: Context, roundId: string, isWaitedFor: boolean): Promise<boolean> {
    return this.money.whenDue(ctx, roundId, isWaitedFor);
  }

  /**
   * Takes an amount out of a fund again for a round whose money has gone back to its funds, as far as the round has too little of
   * it; before that it does nothing.
   * @throws LEDGER.INSUFFICIENT
   */
  async fetchBack(ctx: Context, roundId: string, fundId: string, amountFen: Fen): Promise<void> {
    await this.money.fetchBack(ctx, roundId, fundId, amountFen);
  }

  /** Gives back what fell free after a round's money had gone back; before that it does nothing. */
  async returnWhatFellFree(ctx: Context, roundId: string): Promise<void> {
    await this.money.whatFellFree(ctx, roundId);
  }
}

function viewOf(round: RoundEntity): Omit<Round, 'ruleSet'> {
  const { id, programmeId, unitId, unitPath, code, state, revision, pots, version } = round;
  const { createdBy, approvedBy } = round;
  return {
    ...{ id, programmeId, unitId, unitPath, code, state, revision, pots, version },
    ...{ createdBy, approvedBy },
  };
}
