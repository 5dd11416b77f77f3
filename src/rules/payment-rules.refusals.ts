import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What tranches, their triggers and the evaluations behind them can say against themselves. */
export const refusePaymentRules = defineRefusals('RULES', {
  TRANCHES_OF_YEAR_NOT_WHOLE: fault(
    '第{year}年经费的各期拨款比例合计为{total}，应为1。',
    'The shares of the budget of year {year} total {total} instead of 1.',
  ),
  TRANCHES_OF_LINES_NOT_WHOLE: fault(
    '预算科目“{lines}”的各期拨款比例合计为{total}，应为1。',
    'The shares of the lines "{lines}" total {total} instead of 1.',
  ),
  LINE_PAID_TWICE: fault(
    '预算科目“{line}”已由另一组拨款支付。',
    'The line "{line}" is paid by other tranches already.',
  ),
  LINE_NOT_PAID: fault('没有一期拨款支付预算科目“{line}”。', 'No tranche pays the line "{line}".'),
  YEAR_WITHOUT_TRANCHE: fault(
    '没有一期拨款支付第{year}年的经费。',
    'No tranche pays the budget of year {year}.',
  ),
  YEAR_AFTER_PROJECT: fault(
    '项目期只有{years}年，没有第{year}年。',
    'The projects last {years} years: there is no year {year}.',
  ),
  UNKNOWN_REPORT: fault(
    '没有代码为“{report}”的报告。',
    'There is no report with the code "{report}".',
  ),
  UNKNOWN_TRANCHE: fault(
    '没有代码为“{tranche}”的拨款。',
    'There is no tranche with the code "{tranche}".',
  ),
  UNKNOWN_INDICATOR: fault(
    '评估“{evaluation}”没有代码为“{indicator}”的指标。',
    'The evaluation "{evaluation}" has no indicator with the code "{indicator}".',
  ),
  TRIGGERS_CYCLIC: fault(
    '拨款互相等待，谁也付不了：{cycle}。',
    'These tranches wait for each other, so that none can ever be paid: {cycle}.',
  ),
  NOTHING_PAID_BEFORE: fault(
    '“{tranche}”是第一期拨款，此前没有付过款，不能以已支出的比例为条件。',
    'The tranche "{tranche}" is the first: nothing was paid before of which a share could be spent.',
  ),
  TRANCHE_BEFORE_AWARD: fault(
    '“{tranche}”的拨付日（{day}）时申报尚未截止（{closesAt}）。',
    'The tranche "{tranche}" is due on {day}, before the call has closed ({closesAt}).',
  ),
  BONUS_WITHOUT_GRADES: fault(
    '“{tranche}”是按等级的奖金，却不由评估等级触发。',
    'The tranche "{tranche}" is a bonus by grade, but no grade triggers it.',
  ),
});
