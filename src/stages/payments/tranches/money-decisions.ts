import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Decisions } from '../../../registers/decisions';
import { questionsAt, type Step } from '../../../rules';
import { Rounds } from '../../rounds';
import type { Basis } from '../payment-basis';

const STEPS = ['payment', 'close'] as const satisfies Step[];

/** What persons decide on a project's money, by the round's rules: before it is paid, and before the project is closed. */
@Injectable()
export class MoneyDecisions {
  constructor(
    private readonly decisions: Decisions,
    private readonly rounds: Rounds,
  ) {}

  /** Asks what has to be decided at a step. @returns whether all of it is answered */
  async areAnswered(
    ctx: Context,
    { project, lotId }: Basis,
    step: (typeof STEPS)[number],
  ): Promise<boolean> {
    const { id, partyId, roundId, unitPath } = project;
    const round = await this.rounds.get(ctx, roundId);
    const questions = [
      ...questionsAt(round.ruleSet, 'award', [step]),
      ...questionsAt(round.ruleSet, 'project', [step]),
    ];
    if (questions.length === 0) return true;
    await this.decisions.ask(ctx, questions, {
      ...{ round, unitPath, lotId, kind: 'project' },
      things: [{ id, partyId }],
    });
    return (await this.decisions.settled(ctx, [id], [step])) !== null;
  }

  /** The project was stopped: nothing has to be decided of its money any more. */
  async withdraw(ctx: Context, projectId: string): Promise<void> {
    await this.decisions.withdraw(ctx, [projectId], STEPS);
  }
}
