import type { Actor, Answer } from '../actor';
import { advanceTo } from '../clock';

/** An act that was refused: who tried what, and what they were told. */
export interface MetRefusal {
  readonly at: string;
  readonly by: string;
  readonly tried: string;
  readonly code: string;
  readonly status: number;
  readonly told: string;
}

/** Something of the year that is worth telling. */
export interface YearEvent {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

/** The year as it goes by: where legal time stands, what happened, and everything that was tried and refused. */
export class Year {
  readonly refusals: MetRefusal[] = [];
  readonly events: YearEvent[] = [];

  constructor(
    private readonly administrator: Actor,
    private moment: string,
  ) {}

  /** Lets time go on to a moment. */
  async goTo(moment: string): Promise<void> {
    await advanceTo(this.administrator, moment);
    this.moment = moment;
  }

  note(zh: string, en: string): void {
    this.events.push({ at: this.moment, zh, en });
  }

  /**
   * Tries what has to be refused, and keeps what was said.
   * @param tried what was tried, in the words of whoever tells the year
   * @throws when it is allowed, or refused for another reason
   */
  async refused(by: string, tried: string, code: string, answered: Promise<Answer>): Promise<void> {
    const { status, body, text } = await answered;
    if (body?.code !== code)
      throw new Error(`${by} ${tried}: ${code} awaited, not ${status} ${text}`);
    this.refusals.push({ at: this.moment, by, tried, code, status, told: body.title as string });
  }
}
