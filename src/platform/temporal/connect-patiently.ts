import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../telemetry/log';

const EVERY_MS = 1_000;

/** Tries until Temporal is there: a worker that starts first waits instead of dying. */
export async function connectPatiently<T>(connect: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      log.warn({ err: error }, 'Temporal is out of reach, trying again');
      await pause(EVERY_MS);
    }
  }
}
