import { both, html, type Markup } from './html';
import { table } from './table';
import { timelineChart } from './timeline-chart';
import type { ToldRound } from './told-round';

interface Event {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

/** The year on a line, a mark for each day on which something happened, and what the marks stand for. */
export function timelineSection(round: ToldRound): Markup {
  const events = [...(round.events ?? eventsOf(round))].sort((a, b) => (a.at < b.at ? -1 : 1));
  const days = [...new Set(events.map(({ at }) => at.slice(0, 10)))];
  return html`<section>
    <h2 id="timeline">${both('时间线', 'Timeline')}</h2>
    <figure>${timelineChart('时间线', days)}</figure>
    ${table(
      both('时间线上的各点', 'What the numbers stand for'),
      [
        { zh: '序号', en: 'No.', isShort: true },
        { zh: '日期', en: 'Day', isShort: true },
        { zh: '事项', en: 'What' },
      ],
      days.map((day, n) => [
        n + 1,
        day,
        events
          .filter(({ at }) => at.startsWith(day))
          .map(({ zh, en }) => html`<div>${both(zh, en)}</div>`),
      ]),
    )}
  </section>`;
}

/** What a round tells of its days where nobody noted them. */
function eventsOf({ rules, contracts, payments, challenges, round }: ToldRound): Event[] {
  const { callOpensAt, callClosesAt } = rules.ruleSet.timetable;
  const signed = contracts
    .map(({ signedAt }) => signedAt as string | null)
    .filter(isTold)
    .sort();
  const paidOn = new Set(payments.map(({ paidOn: on }) => on as string | null).filter(isTold));
  return [
    { at: callOpensAt, zh: '发布申报公告', en: 'The call is announced' },
    { at: callClosesAt, zh: '申报截止', en: 'The call closes' },
    ...challenges.map(({ submittedAt }) => ({
      ...{ at: submittedAt as string, zh: '收到异议', en: 'An objection is filed' },
    })),
    ...signed.slice(-1).map((at) => ({
      ...{ at, zh: `签订合同${signed.length}份`, en: `${signed.length} contracts are signed` },
    })),
    ...[...paidOn].map((on) => {
      const count = payments.filter((payment) => payment.paidOn === on).length;
      return { at: `${on}T16:00`, zh: `拨付${count}笔`, en: `${count} payments` };
    }),
    ...[round.endedAt, round.moneyReturnedAt].filter(isTold).map((at: string, n) => ({
      at,
      zh: n === 0 ? '竞争立项结束' : '余款退回资金来源',
      en: n === 0 ? 'The competition ends' : 'What is left goes back to its fund',
    })),
  ];
}

function isTold(moment: string | null): moment is string {
  return moment !== null;
}
