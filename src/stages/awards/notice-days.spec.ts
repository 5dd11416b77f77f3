import { startOfDay, toDay } from '../../kernel/day';
import { toInstant } from '../../kernel/instant';
import { noticeLastDay } from '../../kernel/period';
import { WorkingCalendar } from '../../kernel/working-calendar';
import { noticeDays, signingCountsFrom } from './notice-days';

const knownAt = toInstant('2020-01-01T00:00:00+08:00');
const calendar = new WorkingCalendar(
  [
    {
      notice: '国办发明电〔2019〕16号',
      publishedAt: knownAt,
      year: 2020,
      off: [],
      worked: [],
    },
  ] as never,
  knownAt,
);
