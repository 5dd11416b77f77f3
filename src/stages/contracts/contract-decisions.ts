import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Decisions } from '../../registers/decisions';
import { questionsAt, type RoundQuestion, type RuleSet, type Step } from '../../rules';
import type { Award } from '../awards';
import type { Round } from '../rounds';

const STEPS: readonly Step[] = ['contract'];

/** What persons decide on an award, by the round's rules, before its contract is drawn. */
@Injectable()
export class ContractDecisions {
  constructor(private readonly decisions: Decisions) {}

  /** Asks what has to be decided. @returns whether all of it is answered */
  async areAnswered(
    ctx: Context,
    round: Round,
    { id, partyId, lotId, unitPath }: Award,
  ): Promise<boolean> {
    const questions = questionsBeforeContract(round.ruleSet);
    if (questions.length === 0) return true;
    // A commission has no round that waits for it: its own process does.
    const kind = lotId === null ? 'project' : 'award';
    await this.decisions.ask(ctx, questions, {
      ...{ round, unitPath, lotId, kind },
      things: [{ id, partyId }],
    });
    return (await this.decisions.settled(ctx, [id], STEPS)) !== null;
  }

  /** An award that fell away needs no decision any more. */
  async withdraw(ctx: Context, awardId: string): Promise<void> {
    await this.decisions.withdraw(ctx, [awardId], STEPS);
  }
}

/** Whether persons decide on an award before its contract. */
export function asksBeforeContract(rules: RuleSet): boolean {
  return questionsBeforeContract(rules).length > 0;
}

function questionsBeforeContract(rules: RuleSet): RoundQuestion[] {
  return [...questionsAt(rules, 'award', STEPS), ...questionsAt(rules, 'project', STEPS)];
}
