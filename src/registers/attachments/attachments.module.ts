import { Module } from '@nestjs/common';
import { AnnounceAttachment } from './announce-attachment';
import { AttachmentRepository } from './attachment.repository';
import { AttachmentsController } from './attachments.controller';
import { AttachmentsQuery } from './attachments.query';
import { Attachments } from './attachments';
import { CompleteAttachment } from './complete-attachment';
import { ReceiveChunk } from './receive-chunk';
import { RemoveUnbound } from './remove-unbound';

@Module({
  controllers: [AttachmentsController],
  providers: [
    AnnounceAttachment,
    AttachmentRepository,
    Attachments,
    AttachmentsQuery,
    CompleteAttachment,
    ReceiveChunk,
    RemoveUnbound,
  ],
  exports: [Attachments],
})
export class AttachmentsModule {}
