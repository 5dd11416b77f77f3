import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import { parseAmount, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import type { RuleSet } from '../../rules';
import type { FundDraw } from '../awards';
import { Rounds } from '../rounds';
import { AmendmentBook } from './amendments/amendment-book';
import { ChangeBook } from './changes/change-book';
import { ChangeRepository } from './changes/change.repository';
import { AmendmentRepository } from './amendments/amendment.repository';
import { StandingContracts } from './amendments/standing-contract';
import type { ContractActivity, ContractIndicator } from './project-plan';
import type { ContractEntity } from './contract.entity';
import { ContractMoves } from './contract-moves';
import { ContractRepository } from './contract.repository';
import type { ContractState } from './contract.transitions';

/** A contract as the later stages see it: the version in force, the first one before that. */
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
    private readonly standings: StandingContracts,
    private readonly amendments: AmendmentRepository,
    private readonly amendmentBook: AmendmentBook,
    private readonly changes: ChangeRepository,
    private readonly changeBook: ChangeBook,
    private readonly rounds: Rounds,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, contractId: string): Promise<Contract> {
    return this.view(ctx, requireFound(await this.repository.find(ctx, contractId)));
  }

  /** The contract of an award, signed or not; null when there is none, or it was refused. */
  async ofAward(ctx: Context, awardId: string): Promise<Contract | null> {
    const contract = await this.repository.ofAward(ctx, awardId);
    return contract === null ? null : this.view(ctx, contract);
  }

  /**
   * Ends a contract that was fulfilled; an amendment that is not in force lapses.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER
   */
  async end(ctx: Context, contractId: string): Promise<void> {
    const contract = requireFound(await this.repository.lock(ctx, contractId));
    await this.moves.move(ctx, contract, 'end');
    await this.amendmentBook.lapseOf(ctx, contractId);
    await this.changeBook.lapseOf(ctx, contractId);
  }

  /**
   * Ends a contract before its time; what is unpaid is the caller's to settle.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER
   */
  async terminate(ctx: Context, contractId: string, reason: string): Promise<void> {
    const contract = requireFound(await this.repository.lock(ctx, contractId));
    contract.reason = reason;
    await this.moves.move(ctx, contract, 'terminate');
    await this.amendmentBook.lapseOf(ctx, contractId);
    await this.changeBook.lapseOf(ctx, contractId);
  }

  /** The change by which the project of an award ends early; null where there is none. */
  async agreedEndOf(ctx: Context, awardId: string): Promise<string | null> {
    const changes = await this.changes.ofAward(ctx, awardId);
    const end = changes.find(
      ({ state, rules }) =>
        (state === 'approved' || state === 'noted') && rules.what.includes('end'),
    );
    return end?.id ?? null;
  }

  /** All changes that were ever asked for, or told of, under a contract. */
  async changeIdsOf(ctx: Context, awardId: string): Promise<string[]> {
    return (await this.changes.ofAward(ctx, awardId)).map(({ id }) => id);
  }

  /** All amendments that were ever proposed to a contract. */
  async amendmentIdsOf(ctx: Context, contractId: string): Promise<string[]> {
    return (await this.amendments.ofContract(ctx, contractId)).map(({ id }) => id);
  }

  private async view(ctx: Context, contract: ContractEntity): Promise<Contract> {
    const { id, awardId, partyId, roundId, unitPath, state, signedAt } = contract;
    const { document, amountFen, draws } = await this.standings.of(ctx, contract);
    const { title, ownFunds, lines, activities, indicators, tranches } = document;
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
