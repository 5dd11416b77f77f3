import { Module } from '@nestjs/common';
import { Inbox } from './inbox';
import { InboxQuery } from './inbox.query';
import { InboxRepository } from './inbox.repository';
import { Mailer } from './mailer';
import { TasksController } from './tasks.controller';

@Module({
  controllers: [TasksController],
  providers: [Inbox, InboxQuery, InboxRepository, Mailer],
  exports: [Inbox, Mailer],
})
export class InboxModule {}
