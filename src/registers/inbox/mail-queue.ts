import { Queue, UnrecoverableError, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { Pool } from '../../platform/database/app-data-source';
import { log } from '../../platform/telemetry/log';
import type { Mailer } from './mailer';
import { QueuedMailRepository } from './queued-mail.repository';

/** Ids alone: neither address nor text enters Redis. */
interface MailJob {
  readonly tenantId: string;
  readonly messageId: string;
}

const ATTEMPTS = 6;

/**
 * Mail as side work: queued messages become jobs, jobs are tried with growing pauses, and what cannot be sent is laid aside.
 * A message that is still queued a minute after it became a job becomes one again, so an emptied Redis loses none.
 */
export class MailQueue {
  private readonly queue: Queue<MailJob>;
  private readonly worker: Worker<MailJob>;
  private readonly connections: Redis[];
  private readonly queued: QueuedMailRepository;

  constructor(
    relayData: Pool,
    private readonly mailer: Mailer,
    redisUrl: string,
    instanceId: string,
  ) {
    this.queued = new QueuedMailRepository(relayData);
    const prefix = `yichuang-${instanceId}`;
    this.connections = [newConnection(redisUrl), newConnection(redisUrl)];
    this.queue = new Queue('mail', { connection: this.connections[0]!, prefix });
    this.worker = new Worker('mail', (job) => this.send(job), {
      connection: this.connections[1]!,
      prefix,
      concurrency: 4,
    });
    this.queue.on('error', () => undefined);
    this.worker.on('error', (error) => log.warn({ err: error }, 'mail queue is out of reach'));
    this.worker.on('failed', (job, error) => void this.failed(job, error));
  }

  /** Makes jobs of queued messages. @returns whether there were any */
  async pump(): Promise<boolean> {
    const mails = await this.queued.waiting();
    if (mails.length === 0) return false;
    await this.queue.addBulk(
      mails.map(({ id, tenantId }) => ({
        name: 'send',
        data: { tenantId, messageId: id },
        opts: {
          jobId: id,
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: 1_000 },
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
    await this.queued.markEnqueued(mails.map(({ id }) => id));
    return true;
  }

  async stop(): Promise<void> {
    await this.worker.close();
    await this.queue.close();
    for (const connection of this.connections) connection.disconnect();
  }

  private async send({ data }: Job<MailJob>): Promise<void> {
    try {
      await this.mailer.send(data.tenantId, data.messageId);
    } catch (error) {
      // Redis keeps the error of a job: a code, never a text of the mail server, which may quote an address.
      const reason = reasonOf(error);
      // 5xx: the server will say the same next time (RFC 5321, 4.2.1).
      throw replyCodeOf(error) >= 500 ? new UnrecoverableError(reason) : new Error(reason);
    }
  }

  private async failed(job: Job<MailJob> | undefined, error: Error): Promise<void> {
    if (job === undefined) return;
    if (job.attemptsMade < ATTEMPTS && !(error instanceof UnrecoverableError)) return;
    try {
      await this.mailer.giveUp(job.data.tenantId, job.data.messageId, error.message);
    } catch (fault) {
      // Still queued in Postgres: it becomes a job again.
      log.warn(
        { err: fault, messageId: job.data.messageId },
        'a dead mail could not be laid aside',
      );
    }
  }
}

function newConnection(url: string): Redis {
  return new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
  }).on('error', () => undefined);
}

/** The code with which the mail server answered; 0 where it did not get to that. */
function replyCodeOf(error: unknown): number {
  const { responseCode } = error as { responseCode?: number };
  return responseCode ?? 0;
}

function reasonOf(error: unknown): string {
  const code = replyCodeOf(error);
  if (code > 0) return `SMTP ${code}`;
  return error instanceof Error ? error.name : 'Error';
}
