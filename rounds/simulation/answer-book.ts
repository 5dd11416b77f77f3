import type { Fen } from '../../src/kernel/money';
import type { RoundQuestion } from '../../src/rules';
import { effectOf, type GivenAnswer } from './given-answer';

/** All that was answered in a round, in the order in which it was. */
export class AnswerBook {
  private readonly given: GivenAnswer[] = [];
  private readonly byThing = new Map<string, GivenAnswer[]>();

  /** Keeps an answer. */
  add(answer: GivenAnswer): void {
    this.given.push(answer);
    const about = this.byThing.get(answer.thing);
    if (about === undefined) this.byThing.set(answer.thing, [answer]);
    else about.push(answer);
  }

  get all(): readonly GivenAnswer[] {
    return this.given;
  }

  /** What was answered about one thing. */
  about(thing: string): readonly GivenAnswer[] {
    return this.byThing.get(thing) ?? [];
  }

  /** Whether somebody was asked something about a thing already. */
  has({ code }: RoundQuestion, thing: string): boolean {
    return this.find(code, thing) !== undefined;
  }

  /** The answers that put a thing out. */
  against(thing: string): readonly GivenAnswer[] {
    return this.about(thing).filter((answer) => effectOf(answer) === 'excludes');
  }

  /** Whether an answer ends a lot or the round. */
  ends(thing: string): boolean {
    return this.about(thing).some((answer) => effectOf(answer) === 'ends');
  }

  /** The amount that was entered; undefined where nobody was asked. */
  amount(code: string, thing: string): Fen | undefined {
    const value = this.find(code, thing)?.value;
    return value?.variant === 'amount' ? value.amountFen : undefined;
  }

  /** The count that was entered; undefined where nobody was asked. */
  count(code: string, thing: string): number | undefined {
    const value = this.find(code, thing)?.value;
    return value?.variant === 'count' ? value.count : undefined;
  }

  /** The points that were entered; undefined where nobody was asked. */
  points(code: string, thing: string): string | undefined {
    const value = this.find(code, thing)?.value;
    return value?.variant === 'points' ? value.points : undefined;
  }

  private find(code: string, thing: string): GivenAnswer | undefined {
    return this.about(thing).find(({ question }) => question.code === code);
  }
}
