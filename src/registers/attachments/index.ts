export { AttachmentEntity } from './attachment.entity';
export { AttachmentsModule } from './attachments.module';
