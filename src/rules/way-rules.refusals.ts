import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What the way of a round can say against itself: days, steps, layers, decisions. */
export const refuseWayRules = defineRefusals('RULES', {
  LOT_CLOSES_BEFORE_OPENS: fault(
    '分包“{lot}”的申报截止（{closesAt}）不晚于申报开始（{opensAt}）。',
    'The lot "{lot}" closes ({closesAt}) no later than it opens ({opensAt}).',
  ),
  LOT_OUTSIDE_CALL: fault(
    '分包“{lot}”的申报时间（{opensAt}至{closesAt}）超出本轮申报时间（{callOpensAt}至{callClosesAt}）。',
    'The lot "{lot}" takes bids from {opensAt} to {closesAt}, beyond the call itself ({callOpensAt} to {callClosesAt}).',
  ),
  MOMENTS_REVERSED: fault(
    '结束时间（{to}）不晚于开始时间（{from}）。',
    'This ends ({to}) no later than it begins ({from}).',
  ),
  DAYS_REVERSED: fault(
    '最后一日（{to}）早于第一日（{from}）。',
    'The last day ({to}) is before the first ({from}).',
  ),
  BEFORE_THE_CALL: fault(
    '“{what}”（{on}）早于申报开始（{opensAt}）。',
    '"{what}" ({on}) comes before the call opens ({opensAt}).',
  ),
  AFTER_THE_CALL: fault(
    '“{what}”（{on}）晚于申报截止（{closesAt}）。',
    '"{what}" ({on}) comes after the call has closed ({closesAt}).',
  ),
  BEFORE_THE_CLOSE: fault(
    '“{what}”（{on}）时申报尚未截止（{closesAt}）。',
    '"{what}" ({on}) comes before the call has closed ({closesAt}).',
  ),
  AFTER_PROJECT_START: fault(
    '“{what}”（{on}）晚于项目开始日（{projectFrom}）。',
    '"{what}" ({on}) comes after the projects have started ({projectFrom}).',
  ),
  EVENT_WITHOUT_TIME: fault(
    '事项“{event}”没有写明时间。',
    'Nothing says when the event "{event}" is.',
  ),
  NOT_IN_ORDER_OF_TIME: fault(
    '“{what}”（{on}）排在后面，却早于前一项（{before}）。',
    '"{what}" ({on}) stands behind what comes after it ({before}).',
  ),
  MONTHS_REVERSED: fault(
    '项目最短{min}个月，长于最长{max}个月。',
    'Projects last at least {min} months, more than the most of {max}.',
  ),
  PROJECT_TIME_TOO_SHORT: fault(
    '项目期（{from}至{to}）不足{min}个月。',
    'From {from} to {to} there is no room for projects of {min} months.',
  ),
  TERM_SHORTER_THAN_PROJECT: fault(
    '合同期限{termMonths}个月短于项目期{months}个月。',
    'Contracts last {termMonths} months, less than the {months} months of the projects.',
  ),
  STEP_NOT_IN_ORDER: fault(
    '步骤“{step}”（{is}）应在前一步骤（{before}）之前。',
    'The step "{step}" ({is}) belongs before the one in front of it ({before}).',
  ),
  STEP_WITHOUT_RULES: fault(
    '步骤“{step}”（{is}）没有对应的规则（{name}），也没有须由人决定的事项。',
    'The step "{step}" ({is}) has no rules ("{name}") and nothing to decide.',
  ),
  DECISION_TOO_EARLY: fault(
    '事项“{decision}”按“{per}”逐一决定，在步骤“{at}”时还没有可决定的对象。',
    'The decision "{decision}" is asked of each {per}; at the step "{at}" there is none yet.',
  ),
  DECISION_EFFECT_UNSUITED: fault(
    '事项“{decision}”按“{per}”决定，选项“{option}”不能起“{effect}”的作用。',
    'The decision "{decision}" is asked of each {per}: its option "{option}" cannot have the effect "{effect}".',
  ),
});
