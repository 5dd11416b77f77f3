import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { ObjectStore } from '../../platform/storage/object-store';
import { refuseAttachments } from './attachment.refusals';
import { AttachmentRepository } from './attachment.repository';
import { attachmentTransitions } from './attachment.transitions';
import { chunkCount, chunkSize } from './media-types.rules';
import { chunkKey } from './stored-chunks';

/** Keeps one chunk; sending it again replaces it. A chunk changes nothing of the record until the file is complete. */
@Injectable()
export class ReceiveChunk {
  constructor(
    private readonly repository: AttachmentRepository,
    private readonly store: ObjectStore,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ATTACHMENTS.CHUNK_UNKNOWN, ATTACHMENTS.CHUNK_SIZE */
  async execute(ctx: Context, attachmentId: string, n: number, bytes: Buffer): Promise<void> {
    const attachment = await this.repository.lock(ctx, attachmentId);
    if (attachment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('attachment.send', { personId: attachment.ownerId });
    attachmentTransitions.next(attachment.state, 'complete');
    const count = chunkCount(attachment.size);
    if (n >= count) throw refuseAttachments('ATTACHMENTS.CHUNK_UNKNOWN', { count, n });
    const expected = chunkSize(attachment.size, n);
    if (bytes.length !== expected) {
      throw refuseAttachments('ATTACHMENTS.CHUNK_SIZE', { n, expected });
    }
    await this.store.put(chunkKey(attachmentId, n), bytes);
    await this.repository.noteChunk(ctx, attachmentId, n, bytes.length);
  }
}
