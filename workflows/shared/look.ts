import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { LOOK_AGAIN, type ProcessTarget, type Standing } from '../../src/kernel/standing';

/** A wait is looked at afresh after this, even if nothing called: a belt to the braces of signals and the reconciler. */
const MAX_WAIT_MS = 30 * 24 * 3_600_000;

const lookAgainSignal = defineSignal(LOOK_AGAIN);

/** Thrown by a wait when the process has ended by another way; `conduct` lets the workflow end on it. */
class ProcessEnded extends Error {}

/** How a workflow waits: it asks the record, and sleeps until it is told to look again or the next clock is due. */
export class Look {
  private isCalled = false;

  constructor(private readonly target: ProcessTarget) {
    setHandler(lookAgainSignal, () => {
      this.isCalled = true;
    });
  }

  /** Takes the step again and again until the record is at or past it. */
  async until(step: (target: ProcessTarget) => Promise<Standing>): Promise<void> {
    for (;;) {
      this.isCalled = false;
      const standing = await step(this.target);
      if (standing.ended) throw new ProcessEnded();
      if (standing.reached) return;
      if (workflowInfo().continueAsNewSuggested) await this.beginAnew();
      await this.rest(standing.nextLookMs);
    }
  }

  // Any run catches up from the record by itself, so a long one may begin anew at any wait.
  private async beginAnew(): Promise<never> {
    await condition(allHandlersFinished);
    return continueAsNew(this.target);
  }

  private async rest(nextLookMs: number | null): Promise<void> {
    const ms = Math.min(Math.max(nextLookMs ?? MAX_WAIT_MS, 1), MAX_WAIT_MS);
    await condition(() => this.isCalled, ms);
  }
}

/** Runs a process from top to bottom; it ends when its last step is done or when the record says that it has ended. */
export async function conduct(
  target: ProcessTarget,
  process: (look: Look) => Promise<void>,
): Promise<void> {
  const look = new Look(target);
  try {
    await process(look);
  } catch (error) {
    if (!(error instanceof ProcessEnded)) throw error;
  }
  await condition(allHandlersFinished);
}
