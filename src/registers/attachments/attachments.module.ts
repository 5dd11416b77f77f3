import { Module } from '@nestjs/common';
import { AnnounceAttachment } from './announce-attachment';
import { AttachmentRepository } from './attachment.repository';
import { AttachmentsController } from './attachments.controller';
import { AttachmentsQuery } from './attachments.query';
import { CompleteAttachment } from './complete-attachment';
import { ReceiveChunk } from './receive-chunk';

@Module({
  controllers: [AttachmentsController],
  providers: [
    AnnounceAttachment,
    AttachmentRepository,
    AttachmentsQuery,
    CompleteAttachment,
    ReceiveChunk,
  ],
})
export class AttachmentsModule {}
