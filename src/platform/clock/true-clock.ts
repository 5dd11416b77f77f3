/**
 * True time: for sessions, tokens, keys, leases, retries and limits. Legal time is the database's `app_now()` and is asked
 * of the context; nothing a person can win or lose by may depend on this one.
 */
export function trueNow(): Date {
  return new Date();
}

/** Milliseconds since the epoch, true time. */
export function trueNowMs(): number {
  return Date.now();
}
