import { setTimeout as pause } from 'node:timers/promises';

import type { Ground } from '../ground';
import { Beside, type Fault } from '../harm';

/** Temporal is stopped for a while, and comes back with what it had stored. */
export function temporalStopped(options: {
  readonly forMs: number;
  readonly times: number;
}): Fault {
  const { forMs, times } = options;
  return {
    name: 'temporal-stopped',
    zh: `Temporal 停止${forMs / 1_000}秒，共${times}次`,
    en: `Temporal stopped for ${forMs / 1_000} s, ${times} times`,
    begin(ground) {
      const beside = new Beside();
      const { embedded } = ground.service.servers;
      let turn: Promise<void> = Promise.resolve();
      let done = 0;
      const stopOnce = async () => {
        await untilSomeProcess(ground, beside.signal);
        ground.meetings.note(
          this.name,
          `stopped for ${forMs / 1_000} s`,
          null,
          await ground.open(),
        );
        await embedded.stopTemporal();
        await pause(forMs);
        await embedded.startTemporal();
        done += 1;
      };
      // A moment may come while it is down already: one stop after the other.
      beside.at(ground, ground.moments(times), () => (turn = turn.then(stopOnce)));
      return {
        end: () => beside.end(),
        missing: () => (done < times ? [`Temporal was stopped ${done} of ${times} times`] : []),
      };
    },
  };
}

/** A stop that meets no process shows little. */
async function untilSomeProcess(ground: Ground, over: AbortSignal): Promise<void> {
  while (!over.aborted && (await ground.open()).length === 0) await pause(50);
}
