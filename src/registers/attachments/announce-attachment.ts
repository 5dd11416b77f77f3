import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { AttachmentEntity } from './attachment.entity';
import { refuseAttachments } from './attachment.refusals';
import { AttachmentRepository } from './attachment.repository';
import { attachmentTransitions } from './attachment.transitions';
import { fitsMediaType } from './media-types.rules';

/** Announces a file: what it is called, how long it is, what its digest will be. */
@Injectable()
export class AnnounceAttachment {
  constructor(private readonly repository: AttachmentRepository) {}

  /** @throws ATTACHMENTS.TYPE_MISMATCH */
  async execute(
    ctx: Context,
    wanted: Pick<AttachmentEntity, 'name' | 'mediaType' | 'size' | 'digest'>,
  ): Promise<AttachmentEntity> {
    ctx.require('attachment.announce', { personId: ctx.personId });
    const name = wanted.name.normalize('NFC');
    if (!fitsMediaType(name, wanted.mediaType)) {
      throw refuseAttachments('ATTACHMENTS.TYPE_MISMATCH', {}, '/name');
    }
    const attachment = Object.assign(new AttachmentEntity(), {
      ...wanted,
      name,
      id: newId(),
      ownerId: ctx.personId,
      state: attachmentTransitions.initial,
      createdAt: await ctx.now(),
      subjectKind: null,
      subjectId: null,
      boundAt: null,
      bytesGoneAt: null,
      version: 1,
    });
    await this.repository.insert(ctx, attachment);
    await ctx.record({
      name: 'attachments.attachment-announced',
      aggregate: { kind: 'attachment', id: attachment.id, version: 1 },
      move: null,
      body: { size: attachment.size, digest: attachment.digest },
      audience: { personIds: [attachment.ownerId] },
    });
    return attachment;
  }
}
