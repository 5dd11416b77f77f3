import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { AttachmentEntity } from './attachment.entity';
import { refuseAttachments } from './attachment.refusals';
import { AttachmentRepository } from './attachment.repository';
import { attachmentTransitions } from './attachment.transitions';
import { AttachmentsQuery, type AttachedTo, type AttachmentReader } from './attachments.query';

/** An attachment as an act refers to it: the digest says which bytes were meant. */
export interface NamedAttachment {
  readonly id: string;
  readonly digest: string;
}

/** Attachments, for the stages whose acts refer to them. */
@Injectable()
export class Attachments {
  constructor(
    private readonly repository: AttachmentRepository,
    private readonly query: AttachmentsQuery,
  ) {}

  /**
   * Says who may read what is attached to a kind of thing, besides who uploaded it: whomever the reader lets pass.
   * @throws Error when it was said already
   */
  readableBy(kind: string, reader: AttachmentReader): void {
    this.query.readableBy(kind, reader);
  }

  /**
   * Binds attachments to a thing for good, in the act that refers to them. Those that are bound to the same thing already stay
   * so, as when a bid is replaced.
   * @param uploaders whose attachments the act may refer to: the caller, or those who act for the same party
   * @throws ATTACHMENTS.UNKNOWN, ATTACHMENTS.DIGEST_DIFFERS, ATTACHMENTS.INCOMPLETE, ATTACHMENTS.BOUND
   */
  async bind(
    ctx: Context,
    to: AttachedTo,
    named: readonly NamedAttachment[],
    uploaders: readonly string[],
  ): Promise<void> {
    if (named.length === 0) return;
    const found = await this.repository.lockMany(
      ctx,
      named.map(({ id }) => id),
    );
    for (const [n, { id, digest }] of named.entries()) {
      const attachment = found.find((candidate) => candidate.id === id);
      const pointer = `/attachments/${n}`;
      if (attachment === undefined || !mayName(attachment, to, uploaders)) {
        throw refuseAttachments('ATTACHMENTS.UNKNOWN', {}, `${pointer}/id`);
      }
      if (attachment.digest !== digest) {
        throw refuseAttachments('ATTACHMENTS.DIGEST_DIFFERS', {}, `${pointer}/digest`);
      }
      if (isBoundTo(attachment, to)) continue;
      if (attachment.state === 'bound') throw refuseAttachments('ATTACHMENTS.BOUND', {}, pointer);
      if (attachment.state === 'receiving') {
        throw refuseAttachments('ATTACHMENTS.INCOMPLETE', {}, pointer);
      }
      await this.bindOne(ctx, attachment, to);
    }
  }

  private async bindOne(
    ctx: Context,
    attachment: AttachmentEntity,
    { kind, id }: AttachedTo,
  ): Promise<void> {
    attachment.state = attachmentTransitions.next(attachment.state, 'bind');
    attachment.subjectKind = kind;
    attachment.subjectId = id;
    attachment.boundAt = await ctx.now();
    attachment.version += 1;
    await this.repository.update(ctx, attachment);
    await ctx.record({
      name: 'attachments.attachment-bound',
      aggregate: { kind: 'attachment', id: attachment.id, version: attachment.version },
      move: 'bind',
      body: { digest: attachment.digest, to: { kind, id } },
      // Before an opening nobody else may learn that there is something it is bound to.
      audience: { personIds: [attachment.ownerId] },
    });
  }
}

function isBoundTo({ subjectKind, subjectId }: AttachmentEntity, { kind, id }: AttachedTo) {
  return subjectKind === kind && subjectId === id;
}

/** Somebody else's attachment is told like one that is not there, and so is a removed one. */
function mayName(
  attachment: AttachmentEntity,
  to: AttachedTo,
  uploaders: readonly string[],
): boolean {
  if (attachment.state === 'removed') return false;
  return isBoundTo(attachment, to) || uploaders.includes(attachment.ownerId);
}
