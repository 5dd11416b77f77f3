export { NoticeEntity } from './notice.entity';
export { Notices, type NewNotice } from './notices';
export { NoticesModule } from './notices.module';
