import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../telemetry/log';

/**
 * Runs a task again and again until stopped: at once while there is something to do, else after a pause; after a failure a
 * longer one, so that a server that is down is not hammered.
 */
export class Loop {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly name: string,
    private readonly task: () => Promise<boolean>,
    private readonly idleMs: number,
  ) {}

  /** Begins; does nothing when it runs already. */
  start(): void {
    this.running ??= this.run();
  }

  /** Ends after the task that is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      let wait = this.idleMs;
      try {
        if (await this.task()) wait = 0;
        failures = 0;
      } catch (error) {
        failures += 1;
        wait = Math.min(5_000, this.idleMs + 200 * failures ** 2);
        log.warn({ loop: this.name, failures, err: error }, 'a turn of the loop failed');
      }
      if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
