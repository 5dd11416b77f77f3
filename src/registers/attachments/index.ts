export { Attachments, type NamedAttachment } from './attachments';
export { NamedAttachmentRequest, NamedAttachments } from './attachment.dto';
export { AttachmentEntity } from './attachment.entity';
export { AttachmentsModule } from './attachments.module';
export { RemoveUnbound } from './remove-unbound';
export { UnboundAttachments } from './unbound-attachments.query';
