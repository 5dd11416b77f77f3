/** The arguments of every workflow and step: ids, never contents. */
export interface ProcessTarget {
  readonly tenantId: string;
  readonly id: string;
}

/** What a step answers to its workflow. */
export interface Standing {
  /** The record is at or past what the step is for. */
  readonly reached: boolean;
  /** The process has ended; its workflow has nothing more to do. */
  readonly ended: boolean;
  /** Milliseconds until the next clock that this process waits on, or null when it waits on none. */
  readonly nextLookMs: number | null;
}

/** The signal that says "look again" and carries nothing, so that its order, loss and repetition do not matter. */
export const LOOK_AGAIN = 'lookAgain';
