import type { Count, Ground } from './ground';

/** What a fault does to a round while it is played. */
export interface Harm {
  /** Ends it: whatever was down comes back. */
  end(): Promise<void>;
  /** What it was to do and did not; a fault that met nothing proves nothing. */
  missing(): string[];
}

/** A kind of fault. */
export interface Fault {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** The processes that it needs; one of each otherwise. */
  readonly count?: Partial<Count>;
  /** Whether it must have met every step of every workflow. */
  readonly meetsEveryStep?: boolean;
  /** Begins; the harm goes on beside the round. */
  begin(ground: Ground): Harm;
}

/** Things done beside the round, whose failures must not be lost. */
export class Beside {
  private readonly running: Promise<void>[] = [];
  private readonly ended = new AbortController();

  /** Aborted when the round is over. */
  get signal(): AbortSignal {
    return this.ended.signal;
  }

  do(work: () => Promise<void>): void {
    const begun = work();
    // It is awaited at the end; until then a failure is no unhandled one.
    begun.catch(() => undefined);
    this.running.push(begun);
  }

  /** At each of these acts, if the round gets there. */
  at(ground: Ground, moments: readonly number[], work: (moment: number) => Promise<void>): void {
    for (const moment of moments) {
      void ground.acts.reached(moment).then(() => this.do(() => work(moment)));
    }
  }

  /** Ends and waits for all. @throws what one of them threw */
  async end(): Promise<void> {
    this.ended.abort();
    await Promise.all(this.running);
  }
}
