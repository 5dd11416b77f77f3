import { Injectable } from '@nestjs/common';
import type { Day } from '../../../kernel/day';
import type { Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import type { FundDraw } from '../../awards';

/** A contract as it stands, as far as its money goes. */
export interface StandingMoney {
  readonly awardId: string;
  readonly draws: readonly FundDraw[];
}

/** The tranches of a contract at another amount. */
export interface Replan {
  /** In the order of the contract; a fixed one is due, paid or void and keeps its amount. */
  readonly tranches: readonly {
    readonly code: string;
    readonly amountFen: Fen;
    readonly isFixed: boolean;
  }[];
  /** What each fund bears more of it. */
  readonly more: readonly FundDraw[];
  /** What each fund bears less of it. */
  readonly less: readonly FundDraw[];
}

/** What an amendment must ask of the project under its contract, which later stages keep. */
export interface ContractedProject {
  /** Passes while the project runs. @throws PAYMENTS.PROJECT_NOT_RUNNING */
  requireRunning(ctx: Context, awardId: string): Promise<void>;
  /**
   * What the tranches would be at another amount; they are locked until the caller's transaction ends.
   * @throws PAYMENTS.BELOW_WHAT_IS_DUE, PAYMENTS.NOTHING_LEFT_TO_AMEND
   */
  replan(ctx: Context, contract: StandingMoney, amountFen: Fen): Promise<Replan>;
  /** The contract has another amount: its open tranches have, too. */
  followAmount(ctx: Context, contract: StandingMoney, amountFen: Fen): Promise<void>;
  /** The contract has another last day, and the project with it. */
  followEnd(ctx: Context, awardId: string, endsOn: Day): Promise<void>;
}

/** Where the stage of payments puts itself at start-up, as contracts come before it and cannot call it by name. */
@Injectable()
export class ProjectBook {
  private keeper: ContractedProject | null = null;

  /** @throws Error when there is a keeper already */
  keptBy(keeper: ContractedProject): void {
    if (this.keeper !== null) throw new Error('two keepers of the book of projects');
    this.keeper = keeper;
  }

  /** @throws Error when the application was put together without the stage of payments */
  get book(): ContractedProject {
    if (this.keeper === null) throw new Error('nobody keeps the book of projects');
    return this.keeper;
  }
}
