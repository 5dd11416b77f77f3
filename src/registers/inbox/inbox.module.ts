import { Module } from '@nestjs/common';
import { Inbox } from './inbox';
import { InboxQuery } from './inbox.query';
import { InboxRepository } from './inbox.repository';
import { Mailer } from './mailer';
import { DeadLettersController } from './dead-letters.controller';
import { DeadLettersQuery } from './dead-letters.query';
import { SendAgain } from './send-again';
import { TasksController } from './tasks.controller';

@Module({
  controllers: [TasksController, DeadLettersController],
  providers: [Inbox, InboxQuery, InboxRepository, Mailer, DeadLettersQuery, SendAgain],
  exports: [Inbox, Mailer],
})
export class InboxModule {}
