import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import type { RoundQuestion } from '../../rules';
import { Inbox } from '../inbox';
import { People } from '../people';
import type { DecisionAnswerEntity } from './decision-answer.entity';
import type { DecisionEntity, DecisionSubject } from './decision.entity';
import { DecisionRepository } from './decision.repository';
import { decisionTransitions } from './decision.transitions';
import { decisionWordings } from './decision.wordings';
import { recordDecision } from './record-decision';

/** The things that questions are asked about, all of one kind and one round. */
export interface AskedAbout {
  readonly round: {
    readonly id: string;
    readonly code: string;
    readonly unitId: string;
    readonly revision: number;
  };
  readonly unitPath: string;
  readonly lotId: string | null;
  readonly kind: DecisionSubject;
  readonly things: readonly { readonly id: string; readonly partyId: string | null }[];
}

/** An answer as the stages read it. */
export type StandingAnswer = Pick<
  DecisionAnswerEntity,
  'option' | 'amountFen' | 'count' | 'points' | 'reason'
> & {
  /** The effect of the option chosen; null of any other kind of answer. */
  readonly effect: 'goes-on' | 'excludes' | 'ends' | 'noted' | null;
};

/** What persons have answered about some things: by the id of the thing, then by the code of the question. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, StandingAnswer>>;

/**
 * Questions of a round's rules that a named role answers on the record. A stage asks them when the things are there, and goes
 * on when all are answered.
 */
@Injectable()
export class Decisions {
  constructor(
    private readonly repository: DecisionRepository,
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** Asks questions about things; what was asked before is not asked again. */
  async ask(ctx: Context, questions: readonly RoundQuestion[], about: AskedAbout): Promise<void> {
    if (questions.length === 0 || about.things.length === 0) return;
    const ids = about.things.map(({ id }) => id);
    const asked = new Set(
      (await this.repository.askedAbout(ctx, ids)).map((one) => keyOf(one.subjectId, one.code)),
    );
    for (const question of questions) {
      for (const thing of about.things) {
        if (!asked.has(keyOf(thing.id, question.code))) {
          await this.askOne(ctx, question, about, thing);
        }
      }
    }
  }

  /**
   * The same as `settled`, but the answers may still be given anew: for a stage that has to look at all of them together before
   * it uses any.
   * @returns null while one is open
   */
  async answered(
    ctx: Context,
    subjectIds: readonly string[],
    steps: readonly RoundQuestion['at'][],
  ): Promise<Answers | null> {
    const asked = await this.repository.lockAbout(ctx, subjectIds, steps);
    return asked.some(({ state }) => state === 'open') ? null : this.answersTo(ctx, asked);
  }

  /**
   * The answers about some things, once all that was asked for these steps is answered.
   * @returns null while one is open
   */
  async settled(
    ctx: Context,
    subjectIds: readonly string[],
    steps: readonly RoundQuestion['at'][],
  ): Promise<Answers | null> {
    const asked = await this.repository.lockAbout(ctx, subjectIds, steps);
    if (asked.some(({ state }) => state === 'open')) return null;
    for (const decision of asked) {
      if (decision.state === 'answered') await this.move(ctx, decision, 'use');
    }
    return this.answersTo(ctx, asked);
  }

  /** What has been answered and used about some things so far. */
  async answersAbout(ctx: Context, subjectIds: readonly string[]): Promise<Answers> {
    const used = await this.repository.usedAbout(ctx, subjectIds);
    return this.answersTo(ctx, used);
  }

  /** Nobody has to answer any more what is open about things that have fallen away. */
  async withdraw(
    ctx: Context,
    subjectIds: readonly string[],
    steps: readonly RoundQuestion['at'][],
  ): Promise<void> {
    for (const decision of await this.repository.lockAbout(ctx, subjectIds, steps)) {
      if (decision.state === 'used') continue;
      await this.move(ctx, decision, 'withdraw');
      await this.inbox.withdraw(ctx, decisionWordings.decide, decision.id);
    }
  }

  private async answersTo(ctx: Context, asked: readonly DecisionEntity[]): Promise<Answers> {
    const answers = await this.repository.lastAnswers(
      ctx,
      asked.map(({ id }) => id),
    );
    const bySubject = new Map<string, Map<string, StandingAnswer>>();
    for (const decision of asked) {
      const ofThing = bySubject.get(decision.subjectId) ?? new Map<string, StandingAnswer>();
      const answer = answers.get(decision.id)!;
      ofThing.set(decision.code, { ...answer, effect: effectOf(decision, answer) });
      bySubject.set(decision.subjectId, ofThing);
    }
    return bySubject;
  }

  private async askOne(
    ctx: Context,
    question: RoundQuestion,
    { round, unitPath, lotId, kind }: AskedAbout,
    thing: AskedAbout['things'][number],
  ): Promise<void> {
    const decision: DecisionEntity = {
      id: newId(),
      ...{ roundId: round.id, lotId, unitPath, subjectKind: kind, subjectId: thing.id },
      ...{ partyId: thing.partyId, code: question.code, step: question.at, duty: question.by },
      ...{ question, revision: round.revision, state: decisionTransitions.initial },
      askedAt: await ctx.now(),
      version: 1,
    };
    if (!(await this.repository.insert(ctx, decision))) return;
    const subject = { kind: 'decision', id: decision.id };
    const facts = { round: round.code, code: question.code };
    const scope = { kind: 'unit', id: round.unitId } as const;
    const to = { duty: decision.duty, scope };
    await this.inbox.open(ctx, { kind: decisionWordings.decide, subject, to, facts });
    await recordDecision(ctx, decision, 'decisions.decision-asked', null, {
      ...{ code: decision.code, step: decision.step, duty: decision.duty },
    });
  }

  private async move(ctx: Context, decision: DecisionEntity, move: 'use' | 'withdraw') {
    decision.state = decisionTransitions.next(decision.state, move);
    decision.version += 1;
    await this.repository.update(ctx, decision);
    const name = move === 'use' ? 'decisions.decision-used' : 'decisions.decision-withdrawn';
    await recordDecision(ctx, decision, name, move, {});
  }
}

const keyOf = (subjectId: string, code: string) => `${subjectId} ${code}`;

function effectOf(
  { question: { answer } }: DecisionEntity,
  { option }: DecisionAnswerEntity,
): StandingAnswer['effect'] {
  if (answer.variant !== 'choice') return null;
  return answer.options.find(({ code }) => code === option)!.effect;
}

/** The codes of the decisions that put a thing out, by what was answered about it. */
export function excludedBy(answers: ReadonlyMap<string, StandingAnswer> | undefined): string[] {
  return [...(answers ?? [])]
    .filter(([, { effect }]) => effect === 'excludes')
    .map(([code]) => code);
}
