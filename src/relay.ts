import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readSettings, SettingsError } from './platform/config/settings';
import { appDataSource } from './platform/database/app-data-source';
import { INSTANCE, type Instance } from './platform/database/instance';
import { Loop } from './platform/relay/loop';
import { OutboxRelay } from './platform/relay/outbox-relay';
import { Reconciler } from './platform/relay/reconciler';
import { Rehearsal } from './platform/relay/rehearsal';
import { Sequencer } from './platform/relay/sequencer';
import { deleteOldKeys } from './platform/relay/old-keys';
import { setUpLog } from './platform/telemetry/log';
import { reportReady } from './platform/telemetry/ready';
import { untilStopped } from './platform/telemetry/until-stopped';
import { Temporal } from './platform/temporal/temporal';
import { Mailer, MailQueue } from './registers/inbox';
import type { ProcessRef } from './platform/record/domain-event';

const HOUR_MS = 3_600_000;

/** Side work: the outbox, the log's positions, the reconciler, mail, and in a rehearsal the passing of time. */
async function main(): Promise<void> {
  const settings = readSettings();
  setUpLog('relay', settings.LOG_LEVEL);
  if (settings.DATABASE_RELAY_URL === undefined) {
    throw new SettingsError('settings are missing or wrong:\n  DATABASE_RELAY_URL');
  }
  const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error', 'warn'] });
  const relayData = await appDataSource(settings.DATABASE_RELAY_URL, 5, []).initialize();
  const instance = app.get<Instance>(INSTANCE);
  const temporal = app.get(Temporal);
  const nudge = ({ kind, id }: ProcessRef, tenantId: string) =>
    temporal.nudge(kind, { tenantId, id });

  const outbox = new OutboxRelay(relayData, nudge);
  const sequencer = new Sequencer(relayData);
  const reconciler = new Reconciler(relayData, temporal, nudge);
  const rehearsal = new Rehearsal(relayData, temporal, nudge);
  const mail = new MailQueue(relayData, app.get(Mailer), settings.REDIS_URL, instance.id);
  const isRehearsal = instance.mode === 'rehearsal';
  const reconcileEveryMs = isRehearsal ? 1_000 : settings.RECONCILE_EVERY_MS;
  const loops = [
    new Loop('outbox', async () => (await outbox.deliver()) > 0, 50),
    new Loop('sequencer', async () => (await sequencer.sequence()) > 0, 100),
    new Loop('reconciler', async () => (await reconciler.reconcile()) < 0, reconcileEveryMs),
    new Loop('mail', () => mail.pump(), 200),
    new Loop('old keys', async () => (await deleteOldKeys(relayData)) > 0, HOUR_MS),
    ...(isRehearsal ? [new Loop('rehearsal', () => rehearsal.step(), 30)] : []),
  ];
  for (const loop of loops) loop.start();
  reportReady('relay');
  await untilStopped();
  await Promise.all(loops.map((loop) => loop.stop()));
  await mail.stop();
  await relayData.destroy();
  await app.close();
}

void main();
