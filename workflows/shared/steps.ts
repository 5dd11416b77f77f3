import { proxyActivities } from '@temporalio/workflow';

/**
 * The steps of a process. A step may be taken any number of times, so it is tried until it succeeds; what cannot succeed yet
 * is shown to operators by Temporal and goes on when its cause is mended.
 */
export function stepsOf<Steps extends object>() {
  return proxyActivities<Steps>({
    startToCloseTimeout: '60s',
    // A worker that was killed is silent: what it had in hand is taken up again after this, not after a minute.
    heartbeatTimeout: '5s',
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '20s' },
  });
}
