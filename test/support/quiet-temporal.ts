import { DefaultLogger, Runtime } from '@temporalio/worker';

let isQuiet = false;

/** The SDK tells of every task that fails, and in these tests they fail on purpose. To be called before anything starts. */
export function quietTemporal(): void {
  if (isQuiet) return;
  isQuiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
    shutdownSignals: [],
  });
}
