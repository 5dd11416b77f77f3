import { toDay } from '../kernel/day';
import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type { RuleSet } from './rule-set.types';

const event = (r: RuleSet, index: number) => r.timetable.events![index]!;
const final = (r: RuleSet) => r.evaluations[1]!;
const name = { zh: '名称', en: 'Name' };

describe('lots with times of their own', () => {
  proveRefused({
    'a lot that closes when it opens': {
      on: features.phases,
      spoil: (r) => (r.lots[1]!.closesAt = '2020-03-25T00:00:00+08:00'),
      refused: 'RULES.LOT_CLOSES_BEFORE_OPENS /lots/1/closesAt',
      twin: (r) => (r.lots[1]!.closesAt = '2020-03-25T00:00:01+08:00'),
    },
    'a lot that opens before the call': {
      on: features.phases,
      spoil: (r) => (r.lots[1]!.opensAt = '2020-03-09T23:59:59+08:00'),
      refused: 'RULES.LOT_OUTSIDE_CALL /lots/1/opensAt',
      twin: (r) => (r.lots[1]!.opensAt = '2020-03-10T00:00:00+08:00'),
    },
    'a lot that closes after the call': {
      on: features.phases,
      spoil: (r) => (r.lots[0]!.closesAt = '2020-04-11T00:00:01+08:00'),
      refused: 'RULES.LOT_OUTSIDE_CALL /lots/0/closesAt',
      twin: (r) => (r.lots[0]!.closesAt = '2020-04-11T00:00:00+08:00'),
    },
  });
});

describe('published happenings', () => {
  proveRefused({
    'one without a time': {
      on: features.events,
      spoil: (r) => delete event(r, 0).at,
      refused: 'RULES.EVENT_WITHOUT_TIME /timetable/events/0',
      twin: (r) => Object.assign(event(r, 0), { at: undefined, to: toDay('2020-03-17') }),
    },
    'one that ends before it begins': {
      on: features.events,
      spoil: (r) => (event(r, 1).to = toDay('2020-04-19')),
      refused: 'RULES.DAYS_REVERSED /timetable/events/1/to',
      twin: (r) => (event(r, 1).to = toDay('2020-04-20')),
    },
    'a review before the call': {
      on: features.events,
      spoil: (r) => (event(r, 1).from = toDay('2020-03-09')),
      refused: 'RULES.BEFORE_THE_CALL /timetable/events/1',
      twin: (r) => (event(r, 1).from = toDay('2020-03-10')),
    },
    'a briefing after the call': {
      on: features.events,
      spoil: (r) => (event(r, 0).at = '2020-04-11T09:00:00+08:00'),
      refused: 'RULES.AFTER_THE_CALL /timetable/events/0',
      twin: (r) => (event(r, 0).at = '2020-04-10T23:00:00+08:00'),
    },
  });
});

describe('the order of days', () => {
  proveRefused({
    'a vote that ends when it begins': {
      on: features.votesInScore,
      spoil: (r) => (r.votes!.closesAt = r.votes!.opensAt!),
      refused: 'RULES.MOMENTS_REVERSED /votes/closesAt',
      twin: (r) => (r.votes!.closesAt = '2020-04-20T00:00:01+08:00'),
    },
    'a vote before the call': {
      on: features.votesInScore,
      spoil: (r) => (r.votes!.opensAt = '2020-03-09T23:59:59+08:00'),
      refused: 'RULES.BEFORE_THE_CALL /votes/opensAt',
      twin: (r) => (r.votes!.opensAt = '2020-03-10T00:00:00+08:00'),
    },
    'gifts that end before the call': {
      on: features.giftMatch,
      spoil: (r) => (r.gifts!.closesOn = toDay('2020-03-09')),
      refused: 'RULES.BEFORE_THE_CALL /gifts/closesOn',
      twin: (r) => (r.gifts!.closesOn = toDay('2020-03-10')),
    },
    'forwarding that ends before the call': {
      on: features.forwarding,
      spoil: (r) => (r.forwarding![0]!.dueOn = toDay('2020-04-09')),
      refused: 'RULES.BEFORE_THE_CLOSE /forwarding/0/dueOn',
      twin: (r) => (r.forwarding![0]!.dueOn = toDay('2020-04-10')),
    },
    'forwarding after the projects have begun': {
      on: features.forwarding,
      spoil: (r) => (r.forwarding![1]!.dueOn = toDay('2020-06-13')),
      refused: 'RULES.AFTER_PROJECT_START /forwarding/1/dueOn',
      twin: (r) => (r.forwarding![1]!.dueOn = toDay('2020-06-12')),
    },
    'a layer that forwards before the one in front of it': {
      on: features.forwarding,
      spoil: (r) => (r.forwarding![1]!.dueOn = toDay('2020-04-16')),
      refused: 'RULES.NOT_IN_ORDER_OF_TIME /forwarding/1/dueOn',
      twin: (r) => (r.forwarding![1]!.dueOn = toDay('2020-04-17')),
    },
    'a notice that ends before it begins': {
      on: features.noticeAndChallenges,
      spoil: (r) => (r.notice.lastDay = toDay('2020-05-10')),
      refused: 'RULES.DAYS_REVERSED /notice/lastDay',
      twin: (r) => (r.notice.lastDay = toDay('2020-05-11')),
    },
    'a notice of awards while bids are taken': {
      on: features.noticeAndChallenges,
      spoil: (r) => (r.notice.firstDay = toDay('2020-04-09')),
      refused: 'RULES.BEFORE_THE_CLOSE /notice/firstDay',
      twin: (r) => (r.notice.firstDay = toDay('2020-04-10')),
    },
    'months at least above months at most': {
      spoil: (r) => (r.timetable.projectMonths = { min: 7, max: 6 }),
      refused: 'RULES.MONTHS_REVERSED /timetable/projectMonths',
      twin: (r) => (r.timetable.projectMonths = { min: 7, max: 7 }),
    },
    'projects longer than there is time': {
      spoil: (r) => (r.timetable.projectMonths = { min: 8 }),
      refused: 'RULES.PROJECT_TIME_TOO_SHORT /timetable/projectMonths',
      twin: (r) => (r.timetable.projectMonths = { min: 7 }),
    },
    'contracts shorter than the projects': {
      spoil: (r) => (r.contract.termMonths = 6),
      refused: 'RULES.TERM_SHORTER_THAN_PROJECT /contract/termMonths',
      twin: (r) => (r.contract.termMonths = 7),
    },
    'contracts shorter than the shortest project': {
      on: (r) => (r.timetable.projectMonths = { min: 3, max: 6 }),
      spoil: (r) => (r.contract.termMonths = 2),
      refused: 'RULES.TERM_SHORTER_THAN_PROJECT /contract/termMonths',
      twin: (r) => (r.contract.termMonths = 3),
    },
    'a report in front of an earlier one': {
      spoil: (r) => r.reports.push({ code: 'more', name, dueOn: toDay('2021-01-14') }),
      refused: 'RULES.NOT_IN_ORDER_OF_TIME /reports/2/dueOn',
      twin: (r) => r.reports.push({ code: 'more', name, dueOn: toDay('2021-01-15') }),
    },
  });
});

describe('the days of an evaluation', () => {
  proveRefused({
    'a self-report that ends before it begins': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).selfReportTo = '2020-12-20T00:00:00+08:00'),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/selfReportTo',
      twin: (r) => (final(r).selfReportTo = '2020-12-20T00:00:01+08:00'),
    },
    'a review before the self-report': {
      on: features.evaluationDays,
      spoil: (r) => Object.assign(final(r), { opensOn: '2020-12-01', reviewFrom: '2020-12-19' }),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/reviewFrom',
      twin: (r) => Object.assign(final(r), { opensOn: '2020-12-01', reviewFrom: '2020-12-20' }),
    },
    'a review before the evaluation': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).reviewFrom = toDay('2021-01-03')),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/reviewFrom',
      twin: (r) => (final(r).reviewFrom = toDay('2021-01-04')),
    },
    'a review after the last day': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).reviewFrom = toDay('2021-01-30')),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/reviewFrom',
      twin: (r) => (final(r).reviewFrom = toDay('2021-01-29')),
    },
    'a self-report after the last day': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).selfReportTo = '2021-01-30T00:00:01+08:00'),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/selfReportTo',
      twin: (r) => (final(r).selfReportTo = '2021-01-30T00:00:00+08:00'),
    },
    'a result before the last day': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).resultBy = toDay('2021-01-28')),
      refused: 'RULES.DAYS_REVERSED /evaluations/1/resultBy',
      twin: (r) => (final(r).resultBy = toDay('2021-01-29')),
    },
    'projects awarded after the last day': {
      spoil: (r) => (r.evaluations[0]!.approvedProjectsUntil = toDay('2020-10-01')),
      refused: 'RULES.DAYS_REVERSED /evaluations/0/approvedProjectsUntil',
      twin: (r) => (r.evaluations[0]!.approvedProjectsUntil = toDay('2020-09-30')),
    },
    'evaluations in another order than that of time': {
      spoil: (r) => r.evaluations.push({ ...r.evaluations[0]!, code: 'again', kind: 'midterm' }),
      refused: 'RULES.NOT_IN_ORDER_OF_TIME /evaluations/2/dueOn',
      twin: (r) => r.evaluations.unshift({ ...r.evaluations[0]!, code: 'again', kind: 'midterm' }),
    },
    'a floor of an indicator that does not exist': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).floors![0]!.indicator = 'beauty'),
      refused: 'RULES.UNKNOWN_INDICATOR /evaluations/1/floors/0/indicator',
      twin: (r) => (final(r).floors![0]!.indicator = 'delivery'),
    },
    'a floor at a grade that does not exist': {
      on: features.evaluationDays,
      spoil: (r) => (final(r).floors![0]!.atBest = 'fair'),
      refused: 'RULES.UNKNOWN_GRADE /evaluations/1/floors/0/atBest',
      twin: (r) => (final(r).floors![0]!.atBest = 'good'),
    },
  });
});
