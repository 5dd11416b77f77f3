import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readSettings } from './platform/config/settings';
import { log, setUpLog } from './platform/telemetry/log';
import { reportReady } from './platform/telemetry/ready';
import { ActivityRegistry } from './platform/temporal/activity-registry';
import { loadBundle, runWorker } from './platform/temporal/run-worker';
import { Temporal } from './platform/temporal/temporal';
import { untilStopped } from './platform/telemetry/until-stopped';
import { connectPatiently } from './platform/temporal/connect-patiently';

/** The Temporal worker: activities, and the workflow bundle that the build made. */
async function main(): Promise<void> {
  const settings = readSettings();
  setUpLog('worker', settings.LOG_LEVEL);
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: ['error', 'warn'],
  });
  const { namespace, taskQueue } = app.get(Temporal);
  const workflowBundle = await loadBundle(join(__dirname, '../workflow-bundle.js'));
  const activities = app.get(ActivityRegistry).all();
  const worker = await connectPatiently(() =>
    runWorker({
      address: settings.TEMPORAL_ADDRESS,
      namespace,
      taskQueue,
      workflowBundle,
      activities,
    }),
  );
  reportReady('worker');
  worker.ended.catch((error: unknown) => {
    log.fatal({ err: error }, 'the worker failed');
    process.exit(1);
  });
  await untilStopped();
  await worker.stop();
  await app.close();
}

void main();
