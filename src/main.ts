import { AppModule } from './app.module';
import { readSettings } from './platform/config/settings';
import { createHttpApp } from './platform/http/http-app';
import { reportReady } from './platform/telemetry/ready';
import { setUpLog } from './platform/telemetry/log';

/** The HTTP process. */
async function main(): Promise<void> {
  const settings = readSettings();
  setUpLog('api', settings.LOG_LEVEL);
  const app = await createHttpApp(AppModule.with(settings));
  await app.listen(settings.HTTP_PORT, settings.HTTP_HOST);
  reportReady('api', { url: await app.getUrl() });
}

void main();
