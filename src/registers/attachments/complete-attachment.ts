import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { ObjectStore } from '../../platform/storage/object-store';
import type { AttachmentEntity } from './attachment.entity';
import { refuseAttachments } from './attachment.refusals';
import { AttachmentRepository } from './attachment.repository';
import { attachmentTransitions } from './attachment.transitions';
import { isOfType } from './content-type';
import { chunkCount } from './media-types.rules';
import type { StoredBytes } from './stored-bytes';
import { bytesOf } from './stored-chunks';

/** Completes a file once all of it has arrived and is what was announced. */
@Injectable()
export class CompleteAttachment {
  constructor(
    private readonly repository: AttachmentRepository,
    private readonly store: ObjectStore,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ATTACHMENTS.CHUNKS_MISSING, ATTACHMENTS.DIGEST_WRONG,
   * ATTACHMENTS.CONTENT_DIFFERS
   */
  async execute(ctx: Context, attachmentId: string): Promise<AttachmentEntity> {
    const attachment = await this.repository.lock(ctx, attachmentId);
    if (attachment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('attachment.complete', { personId: attachment.ownerId });
    ctx.matches(attachment.version);
    attachment.state = attachmentTransitions.next(attachment.state, 'complete');
    const missing =
      chunkCount(attachment.size) - (await this.repository.countChunks(ctx, attachmentId));
    if (missing > 0) throw refuseAttachments('ATTACHMENTS.CHUNKS_MISSING', { missing });
    const bytes = bytesOf(this.store, attachment);
    if ((await digestOf(bytes)) !== attachment.digest) {
      throw refuseAttachments('ATTACHMENTS.DIGEST_WRONG');
    }
    const { mediaType } = attachment;
    if (!(await isOfType(mediaType, bytes))) {
      throw refuseAttachments('ATTACHMENTS.CONTENT_DIFFERS', { mediaType });
    }
    attachment.version += 1;
    await this.repository.update(ctx, attachment);
    await ctx.record({
      name: 'attachments.attachment-completed',
      aggregate: { kind: 'attachment', id: attachment.id, version: attachment.version },
      move: 'complete',
      body: { digest: attachment.digest },
      audience: { personIds: [attachment.ownerId] },
    });
    return attachment;
  }
}

async function digestOf(bytes: StoredBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes.chunks()) hash.update(chunk);
  return hash.digest('hex');
}
