import type { INestApplicationContext } from '@nestjs/common';
import { SettingsError, type Settings } from '../platform/config/settings';
import { appDataSource } from '../platform/database/app-data-source';
import { INSTANCE, type Instance } from '../platform/database/instance';
import type { ProcessRef } from '../platform/record/domain-event';
import { Loop } from '../platform/relay/loop';
import { deleteOldKeys } from '../platform/relay/old-keys';
import { OUTBOX_BATCH, OutboxRelay } from '../platform/relay/outbox-relay';
import { Reconciler } from '../platform/relay/reconciler';
import { Rehearsal } from '../platform/relay/rehearsal';
import { Sequencer, SEQUENCER_BATCH } from '../platform/relay/sequencer';
import { Temporal } from '../platform/temporal/temporal';
import { RemoveUnbound, UnboundAttachments } from '../registers/attachments';
import { Mailer, MailQueue } from '../registers/inbox';

/** Side work that runs until it is stopped. */
export interface SideWork {
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** In a rehearsal time passes fast, and so must tidying up and mending. */
const REHEARSAL_SWEEP_MS = 2_000;
const REHEARSAL_RECONCILE_MS = 1_000;

/**
 * Starts the loops of side work on an application.
 * @throws SettingsError when the relay's address of the database is missing
 */
export async function startSideWork(
  app: INestApplicationContext,
  settings: Settings,
): Promise<SideWork> {
  if (settings.DATABASE_RELAY_URL === undefined) {
    throw new SettingsError('settings are missing or wrong:\n  DATABASE_RELAY_URL');
  }
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
  const unbound = new UnboundAttachments(relayData, app.get(RemoveUnbound, { strict: false }));
  const isRehearsal = instance.mode === 'rehearsal';
  const reconcileMs = isRehearsal ? REHEARSAL_RECONCILE_MS : settings.RECONCILE_EVERY_MS;
  // A turn that found work is followed by the next at once; the reconciler always rests.
  const reconcile = async () => {
    await reconciler.reconcile();
    return false;
  };
  const loops = [
    // Both rest between turns unless there is more than one turn's worth: under load many events then share a turn.
    new Loop('outbox', async () => (await outbox.deliver()) === OUTBOX_BATCH, 25),
    new Loop('sequencer', async () => (await sequencer.sequence()) === SEQUENCER_BATCH, 100),
    new Loop('reconciler', reconcile, reconcileMs),
    new Loop('mail', () => mail.pump(), 200),
    new Loop(
      'unbound attachments',
      () => unbound.sweep(),
      isRehearsal ? REHEARSAL_SWEEP_MS : HOUR_MS,
    ),
    new Loop('old keys', async () => (await deleteOldKeys(relayData)) > 0, HOUR_MS),
    ...(isRehearsal ? [new Loop('rehearsal', () => rehearsal.step(), 30)] : []),
  ];
  for (const loop of loops) loop.start();
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await mail.stop();
      await relayData.destroy();
    },
  };
}
