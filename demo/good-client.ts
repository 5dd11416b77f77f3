import { setTimeout as pause } from 'node:timers/promises';
import { sendOnce, type Answer, type Send } from './actor';

/** How long a client goes on trying, in milliseconds of true time. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 200;

/** Answers that say "not now"; nothing was done, or what was done is told under the same key. */
const NOT_NOW = new Set([429, 502, 503, 504]);

/**
 * A way to the service as a good client takes it: where a connection is lost or the service cannot answer now, the same
 * request goes out again under the same Idempotency-Key, to the next address, until there is an answer. Because the key is
 * the same, nothing is done twice, however often it is sent.
 * @param urls where the service listens, asked in turn; an actor's own address is not used
 */
export function goodClient(urls: readonly string[]): Send {
  let turn = 0;
  return async (_url, request) => {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const url = urls[(turn += 1) % urls.length]!;
      const answer = await sendOnce(url, request).catch((error: unknown) => {
        if (performance.now() > giveUpAt) throw error;
        return null;
      });
      if (answer !== null && (!isNotNow(answer) || performance.now() > giveUpAt)) return answer;
      await pause(Number(answer?.headers.get('retry-after') ?? 0) * 1_000 || PAUSE_MS);
    }
  };
}

/** The first request of a lost connection may still be under way; its key says so until it ends. */
function isNotNow({ status, body }: Answer<{ code?: string } | null>): boolean {
  return NOT_NOW.has(status) || (status === 409 && body?.code === 'HTTP.KEY_IN_FLIGHT');
}
