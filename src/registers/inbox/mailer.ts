import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { Injectable } from '@nestjs/common';
import { word } from '../../kernel/wording';
import { Settings } from '../../platform/config/settings';
import type { Context } from '../../platform/database/context';
import { Door } from '../../platform/database/door';
import { People } from '../people';
import { InboxRepository } from './inbox.repository';
import type { MessageEntity } from './message.entity';
import { messageTransitions } from './message.transitions';

/** Sends the mail of a message: by SMTP, or into a folder where no server is set. */
@Injectable()
export class Mailer {
  private readonly folder: string;
  private readonly transport: Transporter;

  constructor(
    private readonly settings: Settings,
    private readonly door: Door,
    private readonly people: People,
    private readonly repository: InboxRepository,
  ) {
    this.folder = join(settings.DATA_DIR, 'mail');
    this.transport =
      settings.SMTP_URL === undefined
        ? createTransport({ streamTransport: true, buffer: true })
        : createTransport(settings.SMTP_URL);
  }

  /** Sends it unless that was done; the row stays locked meanwhile, so two consumers send one mail. */
  async send(tenantId: string, messageId: string): Promise<void> {
    await this.door.asSystem(tenantId, `mail/${messageId}`, async (ctx) => {
      const message = await this.repository.lockMessage(ctx, messageId);
      if (message?.state !== 'queued') return;
      await this.deliver(ctx, message);
      await this.settle(ctx, message, 'send', null);
    });
  }

  /** Every try failed: the message is laid aside with the reason, for the administrator. */
  async giveUp(tenantId: string, messageId: string, reason: string): Promise<void> {
    await this.door.asSystem(tenantId, `mail/${messageId}`, async (ctx) => {
      const message = await this.repository.lockMessage(ctx, messageId);
      if (message?.state !== 'queued') return;
      message.version += 1;
      await this.settle(ctx, message, 'layAside', reason);
      await ctx.record({
        name: 'inbox.message-laid-aside',
        aggregate: { kind: 'message', id: message.id, version: message.version },
        move: 'layAside',
        body: { lastError: reason },
        audience: {},
      });
    });
  }

  private async deliver(ctx: Context, message: MessageEntity): Promise<void> {
    const person = await this.people.get(ctx, message.personId);
    if (person.email === null) return;
    const { title, body } = word(message.template, message.facts, person.locale);
    const sent: { message?: Buffer } = await this.transport.sendMail({
      from: this.settings.MAIL_FROM,
      to: { name: person.name, address: person.email },
      subject: title,
      text: body,
      messageId: `<${message.id}@yichuang>`,
      date: message.createdAt,
    });
    if (this.settings.SMTP_URL === undefined) await this.store(message.id, sent.message!);
  }

  // Renamed into place when whole: whoever reads the folder never sees half a mail.
  private async store(id: string, mail: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${id}.eml`);
    await writeFile(`${path}.part`, mail);
    await rename(`${path}.part`, path);
  }

  private async settle(
    ctx: Context,
    message: MessageEntity,
    move: 'send' | 'layAside',
    lastError: string | null,
  ): Promise<void> {
    const state = messageTransitions.next(message.state, move);
    Object.assign(message, { state, lastError, settledAt: await ctx.now() });
    message.attempts += 1;
    await this.repository.updateMessage(ctx, message);
  }
}
