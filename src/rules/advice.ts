import { dayOf, daysBetween } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import { printRatio, ratioOf } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { amountReach } from './amount-reach';
import { adviseRules } from './advice.refusals';
import { pointerTo } from './json-pointer';
import { underRegime } from './legal-limit';
import { faultsFound, reading, type PartCheck } from './part-check';
import type { PanelRules, RuleSet } from './rule-set.types';
import { lastDayBefore } from './timetable-order';
import { mostPoints } from './who-scores';

const ORDER_87_PRICE = '财政部令第87号第五十五条';
const ORDER_102_TERM = '财政部令第102号第二十四条';
const SMALL_FIRMS = '保障中小企业款项支付条例第九条';
const DRAWN_AT_RANDOM = '政府采购法实施条例第三十九条';

/**
 * What is worth a second look in rules that may well be run as they are: numbers that nobody verified, what is usual, what was
 * attacked elsewhere. Each with its pointer, as a refusal is told; none of it refuses.
 */
export function adviceOn(rules: RuleSet): Refusal[] {
  return faultsFound(CHECKS, rules);
}

const CHECKS: readonly PartCheck[] = [
  reading(['calendar'], ({ calendar }) =>
    calendar === 'CN'
      ? []
      : [adviseRules('RULES.ADVICE_CALENDAR_UNOFFICIAL', { calendar }, pointerTo('calendar'))],
  ),
  reading(['timetable'], daysAsPublished),
  reading(['funding'], ({ funding }) =>
    funding.flatMap(({ code: fund, source, earmark }, index) =>
      source === 'welfare-lottery' && earmark === undefined
        ? [adviseRules('RULES.ADVICE_LOTTERY_NOT_BOUND', { fund }, pointerTo('funding', index))]
        : [],
    ),
  ),
  reading(['qualification'], ({ qualification }) =>
    qualification.flatMap((check, index) =>
      check.variant === 'assessment-grade-at-least'
        ? [
            adviseRules(
              'RULES.ADVICE_GRADE_AS_GATE',
              { grade: check.grade },
              pointerTo('qualification', index),
            ),
          ]
        : [],
    ),
  ),
  underRegime('procurement', ['panel'], ({ panel }) =>
    panel === undefined ? [] : onPanel(panel, pointerTo('panel')),
  ),
  underRegime('procurement', ['panels'], ({ panels = [] }) =>
    panels.flatMap((panel, index) => onPanel(panel, pointerTo('panels', index))),
  ),
  underRegime('procurement', ['scoring', 'amount'], onPrice),
  underRegime('procurement', ['contract'], ({ contract: { termMonths: months = 0 } }) =>
    months > 12
      ? [
          adviseRules(
            'RULES.ADVICE_LONG_TERM',
            { months, article: ORDER_102_TERM },
            pointerTo('contract', 'termMonths'),
          ),
        ]
      : [],
  ),
  underRegime('procurement', ['tranches'], ({ tranches }) =>
    tranches.flatMap(({ dueWithin: { n, unit } }, index) =>
      unit === 'calendarDays' && n > 30
        ? [
            adviseRules(
              'RULES.ADVICE_PAYMENT_TO_AGREE',
              { n, article: SMALL_FIRMS },
              pointerTo('tranches', index, 'dueWithin'),
            ),
          ]
        : [],
    ),
  ),
];

/** A label of days is kept as it was published; where it says another number than the days themselves, people will ask. */
function daysAsPublished({ timetable }: Pick<RuleSet, 'timetable'>): Refusal[] {
  const { callDaysAsPublished: said, callOpensAt, callClosesAt } = timetable;
  const days = daysBetween(dayOf(toInstant(callOpensAt)), lastDayBefore(callClosesAt)) + 1;
  if (said === undefined || said === days) return [];
  const at = pointerTo('timetable', 'callDaysAsPublished');
  return [adviseRules('RULES.ADVICE_CALL_DAYS', { said, days }, at)];
}

function onPanel({ selection }: PanelRules, at: string): Refusal[] {
  const here = at + pointerTo('selection');
  if (selection.variant === 'appointment') {
    const facts = { article: DRAWN_AT_RANDOM };
    return [adviseRules('RULES.ADVICE_APPOINTED_PANEL', facts, here)];
  }
  const { substitutes } = selection;
  if (substitutes >= 2) return [];
  return [adviseRules('RULES.ADVICE_FEW_SUBSTITUTES', { substitutes }, here)];
}

function onPrice({ scoring, amount }: Pick<RuleSet, 'scoring' | 'amount'>): Refusal[] {
  const parts = scoring.parts ?? [];
  const place = parts.findIndex(({ variant }) => variant === 'price');
  const price = parts[place];
  if (price?.variant !== 'price') {
    const { leastFen, mostFen } = amountReach(amount);
    if (leastFen === mostFen) return [];
    const facts = { article: ORDER_87_PRICE };
    return [adviseRules('RULES.ADVICE_NO_PRICE', facts, pointerTo('scoring'))];
  }
  const total = mostPoints(scoring);
  if (price.points * 10 <= total * 3) return [];
  const weight = printRatio(ratioOf(BigInt(price.points), BigInt(total)));
  const at = pointerTo('scoring', 'parts', place, 'points');
  return [adviseRules('RULES.ADVICE_PRICE_WEIGHT', { weight }, at)];
}
