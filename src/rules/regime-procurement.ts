import { toInstant } from '../kernel/instant';
import { potsTotal } from './amount-reach';
import { pointerTo } from './json-pointer';
import { alone, inEach, limitsOf } from './legal-limit';
import { projectMonths } from './project-months';
import { panelSizes, priceWeight } from './regime-procurement-review';
import type { Timetable, TrancheRules } from './rule-set.types';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A tender is open for so many days. */
const CALL_DAYS = 20;

/** Ten million yuan, from which a panel is larger. */
const LARGE_BUDGET_FEN = 1_000_000_000n;

/** As many working days as are sixty calendar days at least, when no holiday lies among them. */
const SIXTY_DAYS_AS_WORKING_DAYS = 42;

/** The years that files are kept. */
const FILES_YEARS = 15;

const law = (article: string) => `政府采购法第${article}条`;
const regulation = (article: string) => `政府采购法实施条例第${article}条`;
const ORDER_87_PANELS = '财政部令第87号第四十七条';
const ORDER_87_PRICE = '财政部令第87号第五十五条';
const ORDER_102_TERM = '财政部令第102号第二十四条';
const SMALL_FIRMS = '保障中小企业款项支付条例第九条';

/** The numbers of the Government Procurement Law, its Regulation and the orders beside them that a rule set can state. */
export const procurementLimits = limitsOf('procurement', [
  {
    ...alone(['timetable', 'callClosesAt'], ({ timetable }) => callDays(timetable)),
    article: law('三十五'),
    atLeast: CALL_DAYS,
  },
  {
    // A lot with times of its own is a call of its own.
    reads: ['lots', 'timetable'],
    given: ({ lots, timetable }) =>
      lots.flatMap((lot, index) => {
        const { opensAt = timetable.callOpensAt, closesAt = timetable.callClosesAt } = lot;
        if (lot.opensAt === undefined && lot.closesAt === undefined) return [];
        const place = lot.closesAt === undefined ? 'opensAt' : 'closesAt';
        const value = callDays({ callOpensAt: opensAt, callClosesAt: closesAt });
        return [{ value, pointer: pointerTo('lots', index, place) }];
      }),
    article: law('三十五'),
    atLeast: CALL_DAYS,
  },
  {
    ...alone(['minimumBids', 'n'], ({ minimumBids }) => minimumBids?.n),
    article: law('三十六'),
    atLeast: 3,
  },
  {
    ...inEach('qualification', ['lookBackMonths'], (check) =>
      check.variant === 'clean-of' && check.list === 'major-violations'
        ? check.lookBackMonths
        : undefined,
    ),
    article: law('二十二'),
    atLeast: 36,
  },
  {
    ...alone(
      ['corrections', 'daysBeforeDeadline'],
      (rules) => rules.corrections?.daysBeforeDeadline,
    ),
    article: regulation('三十一'),
    atLeast: 15,
  },
  {
    ...alone(['questions', 'answerWorkingDays'], ({ questions }) => questions?.answerWorkingDays),
    article: regulation('五十二'),
    atMost: 3,
  },
  ...panelSizes().map((sizes) => ({ ...sizes, article: ORDER_87_PANELS, atLeast: 5 })),
  ...panelSizes().map(({ reads, given }) => ({
    reads: [...reads, 'funding'] as const,
    given: (rules: Parameters<typeof given>[0]) =>
      potsTotal(rules.funding) >= LARGE_BUDGET_FEN ? given(rules) : [],
    article: ORDER_87_PANELS,
    atLeast: 7,
  })),
  { ...priceWeight, article: ORDER_87_PRICE, atLeast: 0.1 },
  {
    ...alone(['objection', 'answerWorkingDays'], ({ objection }) => objection.answerWorkingDays),
    article: law('五十三'),
    atMost: 7,
  },
  {
    ...afterNotice('challengeWorkingDays'),
    article: law('五十二'),
    atLeast: 7,
  },
  { ...afterNotice('answerWorkingDays'), article: law('五十三'), atMost: 7 },
  { ...afterNotice('complaintWorkingDays'), article: law('五十五'), atLeast: 15 },
  { ...afterNotice('decisionWorkingDays'), article: law('五十六'), atMost: 30 },
  { ...afterNotice('suspensionDays'), article: law('五十七'), atMost: 30 },
  {
    ...alone(['contract', 'signWithinDays'], ({ contract }) => contract.signWithinDays),
    article: law('四十六'),
    atMost: 30,
  },
  {
    ...alone(
      ['contract', 'publishWithinWorkingDays'],
      ({ contract }) => contract.publishWithinWorkingDays,
    ),
    article: regulation('五十'),
    atMost: 2,
  },
  {
    ...alone(
      ['contract', 'fileWithinWorkingDays'],
      ({ contract }) => contract.fileWithinWorkingDays,
    ),
    article: law('四十七'),
    atMost: 7,
  },
  {
    ...alone(['contract', 'amendments', 'maxIncreaseShare'], ({ contract: { amendments } }) =>
      amendments === undefined ? undefined : Number(amendments.maxIncreaseShare),
    ),
    article: law('四十九'),
    atMost: 0.1,
  },
  {
    ...alone(['contract', 'termMonths'], ({ contract }) => contract.termMonths),
    article: ORDER_102_TERM,
    atMost: 36,
  },
  {
    ...alone(['timetable', 'projectTo'], ({ timetable }) => projectMonths(timetable)),
    article: ORDER_102_TERM,
    atMost: 36,
  },
  {
    ...alone(['commission', 'noticeWorkingDays'], ({ commission }) => commission.noticeWorkingDays),
    article: regulation('三十八'),
    atLeast: 5,
  },
  {
    ...inEach('tranches', ['dueWithin', 'n'], dueInDays('calendarDays')),
    article: SMALL_FIRMS,
    atMost: 60,
  },
  {
    ...inEach('tranches', ['dueWithin', 'n'], dueInDays('workingDays')),
    article: SMALL_FIRMS,
    atMost: SIXTY_DAYS_AS_WORKING_DAYS,
  },
  {
    reads: ['monitoring'],
    given: ({ monitoring }) =>
      (monitoring?.duties ?? []).flatMap(({ kind, keepYears }, index) =>
        kind === 'file-keeping' && keepYears !== undefined
          ? [{ value: keepYears, pointer: pointerTo('monitoring', 'duties', index, 'keepYears') }]
          : [],
      ),
    article: law('四十二'),
    atLeast: FILES_YEARS,
  },
]);

function afterNotice(
  name:
    | 'challengeWorkingDays'
    | 'answerWorkingDays'
    | 'complaintWorkingDays'
    | 'decisionWorkingDays'
    | 'suspensionDays',
) {
  return alone(
    ['objection', 'afterNotice', name],
    ({ objection }) => objection.afterNotice?.[name],
  );
}

function dueInDays(wanted: 'calendarDays' | 'workingDays') {
  return ({ dueWithin: { n, unit } }: TrancheRules): number | undefined =>
    unit === wanted ? n : undefined;
}

function callDays({
  callOpensAt,
  callClosesAt,
}: Pick<Timetable, 'callOpensAt' | 'callClosesAt'>): number {
  const openMs = toInstant(callClosesAt).getTime() - toInstant(callOpensAt).getTime();
  return Math.floor(openMs / DAY_MS);
}
