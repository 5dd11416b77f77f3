import { Module } from '@nestjs/common';
import { NoticeRepository } from './notice.repository';
import { Notices } from './notices';
import { NoticesController } from './notices.controller';
import { NoticesQuery } from './notices.query';

@Module({
  controllers: [NoticesController],
  providers: [NoticeRepository, Notices, NoticesQuery],
  exports: [Notices],
})
export class NoticesModule {}
