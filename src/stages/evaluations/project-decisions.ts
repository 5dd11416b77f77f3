import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Decisions } from '../../registers/decisions';
import { questionsAt, type Step } from '../../rules';
import type { Project } from '../monitoring';
import { Rounds } from '../rounds';

/** The steps of a running project at which persons decide, in their order. */
const STEPS = ['implementation', 'midterm', 'final'] as const satisfies Step[];

/** What persons decide on a running project, by the round's rules, beside its evaluations. */
@Injectable()
export class ProjectDecisions {
  constructor(
    private readonly decisions: Decisions,
    private readonly rounds: Rounds,
  ) {}

  /** Asks what has to be decided of a project at a step; what was asked before is not asked again. */
  async ask(
    ctx: Context,
    { id, partyId, roundId, unitPath }: Project,
    step: (typeof STEPS)[number],
  ): Promise<void> {
    const round = await this.rounds.get(ctx, roundId);
    const questions = [
      ...questionsAt(round.ruleSet, 'award', [step]),
      ...questionsAt(round.ruleSet, 'project', [step]),
    ];
    if (questions.length === 0) return;
    await this.decisions.ask(ctx, questions, {
      ...{ round, unitPath, lotId: null, kind: 'project' },
      things: [{ id, partyId }],
    });
  }

  /** Whether all that was asked is answered; nobody can answer it anew then. */
  async areAnswered(ctx: Context, { id }: Project): Promise<boolean> {
    return (await this.decisions.settled(ctx, [id], STEPS)) !== null;
  }

  /** The project was stopped: nothing has to be decided of it any more. */
  async withdraw(ctx: Context, { id }: Project): Promise<void> {
    await this.decisions.withdraw(ctx, [id], STEPS);
  }
}
