import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from './actor';

const PATIENCE_MS = 120_000;
const MOST_PAUSE_MS = 200;

/** Moves legal time to a moment, clock by clock, and waits until it has arrived. */
export async function advanceTo(administrator: Actor, moment: string): Promise<void> {
  await administrator.ok.post('/v1/clock/advance', { until: moment });
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let n = 1; (await administrator.ok.get('/v1/clock')).target !== null; n += 1) {
    if (performance.now() > giveUpAt) throw new Error(`legal time did not arrive at ${moment}`);
    await restBefore(n);
  }
}

/** Asks again until the answer is what is waited for: the service goes on by itself after an act. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let n = 1; ; n += 1) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${what}`);
    await restBefore(n);
  }
}

/** The longer it takes, the less often it is asked: asking takes from the service what it is waited for. */
async function restBefore(n: number): Promise<void> {
  await pause(Math.min(MOST_PAUSE_MS, 25 * n));
}
