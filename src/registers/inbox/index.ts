export { Inbox, type Addressee, type NewTask } from './inbox';
export { InboxModule } from './inbox.module';
export { Mailer } from './mailer';
export { MailQueue } from './mail-queue';
export { MessageEntity } from './message.entity';
export { TaskEntity } from './task.entity';
