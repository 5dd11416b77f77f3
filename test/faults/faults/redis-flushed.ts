import { setTimeout as pause } from 'node:timers/promises';

import { Redis } from 'ioredis';

import type { Ground } from '../ground';
import { Beside, type Fault } from '../harm';
import { watchAll } from './processes';

/** The mailer's own lock of a message, whose mail is about to be sent. */
const isMailInHand = (text: string) =>
  text.includes('FROM "messages"') && text.includes('FOR UPDATE');

/** All of Redis is emptied: at moments of chance, with mails in its queue and in hand. */
export function redisFlushed(options: { readonly times: number }): Fault {
  const { times } = options;
  return {
    name: 'redis-flushed',
    zh: `FLUSHALL ${times}次，其时有邮件在队列中`,
    en: `FLUSHALL ${times} times, with mails waiting`,
    begin(ground) {
      const beside = new Beside();
      const held = new MailsHeld();
      let withMails = 0;
      const stop = watchAll(ground, 'relay', async (_name, { text }) => {
        if (isMailInHand(text)) await held.pass();
        return undefined;
      });
      const flushOnce = async () => {
        held.hold();
        await held.some(beside.signal);
        const { waiting, active } = await flush(ground);
        if (active > 0) withMails += 1;
        const deed = `FLUSHALL · ${waiting} 封邮件排队 mails queued, ${active} 封在手 in hand`;
        ground.meetings.note(this.name, deed, null, await ground.open());
        held.release();
      };
      let turn: Promise<void> = Promise.resolve();
      beside.at(ground, ground.moments(times), () => (turn = turn.then(flushOnce)));
      return {
        end: async () => {
          await beside.end();
          stop();
        },
        missing: () => (withMails === 0 ? ['no mail was waiting at any FLUSHALL'] : []),
      };
    },
  };
}

async function flush({ service, instanceId }: Ground) {
  const redis = new Redis(service.servers.redisUrl);
  try {
    const queue = `yichuang-${instanceId}:mail`;
    const [waiting, active] = await Promise.all([
      redis.llen(`${queue}:wait`),
      redis.llen(`${queue}:active`),
    ]);
    await redis.flushall();
    return { waiting, active };
  } finally {
    redis.disconnect();
  }
}

/** Keeps mails that are in hand where they are until they are let go. */
class MailsHeld {
  private isHolding = false;
  private waiting: (() => void)[] = [];

  hold(): void {
    this.isHolding = true;
  }

  async pass(): Promise<void> {
    if (this.isHolding) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Until one is held, or the round is over. */
  async some(over: AbortSignal): Promise<void> {
    while (this.waiting.length === 0 && !over.aborted) await pause(20);
    // Those that become jobs together with it.
    await pause(100);
  }

  release(): void {
    this.isHolding = false;
    for (const go of this.waiting.splice(0)) go();
  }
}
