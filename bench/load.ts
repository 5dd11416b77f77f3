import { randomBytes, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** A submission that is sent again and again, each time under a new key. */
export interface Submission {
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

/** What came back in one measurement. */
export interface Load {
  readonly ackedPerSecond: number;
  readonly acked: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Bodies of a few different bids; making new bytes for each would load the generator more than the service. */
export function bidBodies(
  count: number,
  bytes: number,
  partyIds: readonly string[],
  revision: number,
): string[] {
  return Array.from({ length: count }, (_, n) => {
    const content = randomBytes(bytes).toString('base64');
    return JSON.stringify({ partyId: partyIds[n % partyIds.length], revision, content });
  });
}

/**
 * Sends submissions for some seconds: as many as `connections` can, or `perSecond` in all, with late starts counted as waiting.
 * @throws Error when anything but 201 comes back: a figure with refusals in it says nothing
 */
export async function load(
  url: string,
  submissions: readonly Submission[],
  { connections, seconds, perSecond }: { connections: number; seconds: number; perSecond?: number },
): Promise<Load> {
  let n = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { path, token, body } = submissions[n++ % submissions.length]!;
          const headers = {
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
            authorization: `Bearer ${token}`,
          };
          return { ...request, path, body, headers };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0 || result.timeouts > 0) {
    const { non2xx, errors, timeouts } = result;
    throw new Error(`not all were taken: ${JSON.stringify({ non2xx, errors, timeouts })}`);
  }
  return {
    ackedPerSecond: result['2xx'] / result.duration,
    acked: result['2xx'],
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
