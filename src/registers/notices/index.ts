export { NoticeEntity } from './notice.entity';
export { Notices } from './notices';
export { NoticesModule } from './notices.module';
