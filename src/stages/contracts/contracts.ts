import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import { parseAmount, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { RuleSet } from '../../rules';
import { Awards, type FundDraw } from '../awards';
import { Rounds } from '../rounds';
import type { ContractActivity, ContractIndicator } from './contract-document';
import type { ContractEntity } from './contract.entity';
import { ContractMoves } from './contract-moves';
import { ContractRepository } from './contract.repository';
import type { ContractState } from './contract.transitions';

/** A contract as the later stages see it. */
export interface Contract {
  readonly id: string;
  readonly awardId: string;
  readonly partyId: string;
  readonly roundId: string;
  readonly unitPath: string;
  readonly title: string;
  readonly state: ContractState;
  readonly amountFen: Fen;
  readonly ownFundsFen: Fen;
  /** Which funds give how much, together the amount. */
  readonly draws: readonly FundDraw[];
  /** The cost lines of the budget; with the own funds they are more than the amount. */
  readonly lines: readonly { readonly code: string; readonly amountFen: Fen }[];
  readonly activities: readonly ContractActivity[];
  readonly indicators: readonly ContractIndicator[];
  /** The payments in order, at the most that each can come to. */
  readonly tranches: readonly { readonly code: string; readonly plannedFen: Fen }[];
  /** Null until it is in force. */
  readonly signedAt: Instant | null;
  /** The rule set of the round, by which it is carried out and paid. */
  readonly ruleSet: RuleSet;
}

/** Contracts, for the stages after them. */
@Injectable()
export class Contracts {
  constructor(
    private readonly repository: ContractRepository,
    private readonly moves: ContractMoves,
    private readonly awards: Awards,
    private readonly rounds: Rounds,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, contractId: string): Promise<Contract> {
    return this.view(ctx, found(await this.repository.find(ctx, contractId)));
  }

  /** The contract of an award, signed or not; null when there is none, or it was refused. */
  async ofAward(ctx: Context, awardId: string): Promise<Contract | null> {
    const contract = await this.repository.ofAward(ctx, awardId);
    return contract === null ? null : this.view(ctx, contract);
  }

  /**
   * Ends a contract that was fulfilled.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER
   */
  async end(ctx: Context, contractId: string): Promise<void> {
    await this.moves.move(ctx, found(await this.repository.lock(ctx, contractId)), 'end');
  }

  /**
   * Ends a contract before its time; what is unpaid is the caller's to settle.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER
   */
  async terminate(ctx: Context, contractId: string, reason: string): Promise<void> {
    const contract = found(await this.repository.lock(ctx, contractId));
    contract.reason = reason;
    await this.moves.move(ctx, contract, 'terminate');
  }

  private async view(ctx: Context, contract: ContractEntity): Promise<Contract> {
    const { id, awardId, partyId, roundId, unitPath, state, amountFen, signedAt } = contract;
    const { title, ownFunds, lines, activities, indicators, tranches } = contract.document;
    const { draws } = await this.awards.get(ctx, awardId);
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    return {
      ...{ id, awardId, partyId, roundId, unitPath, state, amountFen, signedAt },
      ...{ title, activities, indicators, draws, ruleSet },
      ownFundsFen: parseAmount(ownFunds),
      lines: lines.map(({ code, amount }) => ({ code, amountFen: parseAmount(amount) })),
      tranches: tranches.map(({ code, amount }) => ({ code, plannedFen: parseAmount(amount) })),
    };
  }
}

function found<T>(row: T | null): T {
  if (row === null) throw refuseAccess('ACCESS.NOT_FOUND');
  return row;
}
