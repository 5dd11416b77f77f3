import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { AttachmentEntity } from './attachment.entity';

/** Reads one's own attachments. */
@Injectable()
export class AttachmentsQuery {
  /** @throws ACCESS.NOT_FOUND */
  async own(ctx: Context, id: string): Promise<AttachmentEntity> {
    const attachment = await ctx.manager.findOneBy(AttachmentEntity, { id });
    if (attachment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('attachment.read', { personId: attachment.ownerId });
    return attachment;
  }
}
