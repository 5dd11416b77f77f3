import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What a process says when it is ready. */
export interface Ready {
  readonly ready: string;
  readonly url?: string;
}

/** How a process is run. */
export interface ProcessPlan {
  readonly name: string;
  readonly script: string;
  readonly nodePath: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

// Node sizes its heap by the machine and lets garbage lie while there is room; a process of ours lives well on less than that.
const MEMORY = ['--max-semi-space-size=12', '--max-old-space-size=224'];
const RESTART_AFTER_MS = 500;
const STOP_PATIENCE_MS = 15_000;

/** A process of ours that is started again when it dies, until it is stopped. */
export class Supervised {
  private child: ChildProcess | null = null;
  private readonly stopping = new AbortController();
  /** How often it was started. */
  starts = 0;

  constructor(private readonly plan: ProcessPlan) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Starts it and waits until it is ready.
   * @throws Error when it ends before that
   */
  async start(): Promise<Ready> {
    const log = openSync(this.plan.logFile, 'a');
    const child = fork(this.plan.script, [], {
      execPath: this.plan.nodePath,
      execArgv: MEMORY,
      // Each thread's arena of the C library keeps what it once had; two are enough for all of them.
      env: { MALLOC_ARENA_MAX: '2', ...this.plan.environment },
      stdio: ['ignore', log, log, 'ipc'],
    });
    this.child = child;
    this.starts += 1;
    const ready = await new Promise<Ready>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Ready));
      child.once('exit', (code, signal) => {
        reject(new Error(`${this.plan.name} ended (${code ?? signal}); see ${this.plan.logFile}`));
      });
    });
    child.once('exit', () => void this.revive());
    return ready;
  }

  /** Ends it without warning, as a power cut would; it comes back by itself. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Asks it to end; what it is doing it may finish. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const patience = new AbortController();
    const late = pause(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    await ended;
    patience.abort();
    await late;
  }

  private async revive(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await pause(RESTART_AFTER_MS, undefined, { signal });
        await this.start();
        return;
      } catch {
        // It is to end, or it died again before it was ready; its log says why.
      }
    }
  }
}
