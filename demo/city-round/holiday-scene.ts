import type { Cast } from './cast';
import type { Year } from './year';

/** The State Council's notice of 26 January 2020; this and the year's other notice are real. */
const NOTICE = {
  notice: '国办发明电〔2020〕1号',
  title: '国务院办公厅关于延长2020年春节假期的通知',
  publishedOn: '2020-01-26',
  year: 2020,
  off: ['2020-01-31', '2020-02-01', '2020-02-02'],
  worked: [],
} as const;

/** The Spring Festival is prolonged while streets are checking: what runs is counted anew, later and never earlier. */
export async function playHolidayNotice(cast: Cast, needId: string, year: Year): Promise<void> {
  const { administrator, organizer } = cast;
  const enter = (changes: object = {}) =>
    administrator.post('/v1/calendar/notices', { ...NOTICE, ...changes });
  await year.refused('系统管理员', '录入尚未发布的放假通知', 'CLOCK.NOTICE_AHEAD', enter());
  const before = await dueOf(organizer, needId);
  await year.goTo('2020-01-27T09:00:00+08:00');
  const { body } = await enter();
  const after = await dueOf(organizer, needId);
  if (!(body.movedClocks > 0) || after <= before) {
    throw new Error(`the notice moved ${body.movedClocks} clocks: ${before} to ${after}`);
  }
  year.note(
    `国务院延长春节假期至2月2日：${body.movedClocks}个期限顺延，核查由${before}延至${after}`,
    `The Spring Festival is prolonged to 2 February: ${body.movedClocks} periods move, checks from ${before} to ${after}`,
  );
  await year.refused('系统管理员', '再次录入同一通知', 'CLOCK.NOTICE_KNOWN', enter());
  const back = administrator.post('/v1/clock/advance', { until: '2020-01-02T09:00:00+08:00' });
  await year.refused('系统管理员', '把时间往回拨', 'CLOCK.BACKWARDS', back);
}

async function dueOf(organizer: Cast['organizer'], needId: string): Promise<string> {
  const clocks = await organizer.ok.all(`/v1/clocks?subjectId=${needId}&state=running`);
  const check = clocks.find(({ rule }) => rule === 'need.check');
  return (check.dueAt as string).slice(0, 10);
}
