import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readSettings } from './platform/config/settings';
import { setUpLog } from './platform/telemetry/log';
import { reportReady } from './platform/telemetry/ready';
import { untilStopped } from './platform/telemetry/until-stopped';
import { startSideWork } from './service/side-work';

/** Side work: the outbox, the log's positions, the reconciler, mail, and in a rehearsal the passing of time. */
async function main(): Promise<void> {
  const settings = readSettings();
  setUpLog('relay', settings.LOG_LEVEL);
  const root = AppModule.with(settings);
  const app = await NestFactory.createApplicationContext(root, { logger: ['error', 'warn'] });
  const sideWork = await startSideWork(app, settings);
  reportReady('relay');
  await untilStopped();
  await sideWork.stop();
  await app.close();
}

void main();
