import { defineRefusals } from '../kernel/refusal';

/** Advice does not refuse; what to do is to look at it once more. */
function advice<const Zh extends string, const En extends string>(zh: Zh, en: En) {
  return {
    status: 422,
    zh,
    en,
    whatToDo: {
      zh: '此为提示，不影响提交；请核对。',
      en: 'This is advice and refuses nothing; please check it.',
    },
  } as const;
}

/** What may be worth a second look in rules that nothing stands against: unverified numbers, usual practice, open questions. */
export const adviseRules = defineRefusals('RULES', {
  ADVICE_GRADE_AS_GATE: advice(
    '以社会组织评估等级（{grade}）作为门槛，可能被认为有歧视性。',
    'A grade of assessment ({grade}) as a gate may be attacked as discriminatory.',
  ),
  ADVICE_PRICE_WEIGHT: advice(
    '价格分占{weight}；磋商采购服务的价格分通常为10%至30%（未核实原文）。',
    'The price counts {weight}; in consultations on services 10 to 30 % is usual (the text was not verified).',
  ),
  ADVICE_NO_PRICE: advice(
    '采购的评分没有价格分；服务项目的价格分一般不低于10%，固定价格的除外（{article}）。',
    'The score of this procurement has no part for the price; for services it counts 10 % or more, unless the price is fixed ({article}).',
  ),
  ADVICE_PAYMENT_TO_AGREE: advice(
    '付款期限为{n}天；超过30天须在合同中约定，最长60天（{article}）。',
    'Payment is due within {n} days; more than 30, up to 60, have to be agreed in the contract ({article}).',
  ),
  ADVICE_LONG_TERM: advice(
    '合同期限为{months}个月；一般不超过12个月，预算有保障、需求稳定的可至36个月（{article}）。',
    'Contracts last {months} months; as a rule it is 12, and up to 36 where budget and need are sure ({article}).',
  ),
  ADVICE_APPOINTED_PANEL: advice(
    '评审成员由人指定；除另有规定外应从专家库随机抽取（{article}）。',
    'The panel is appointed; unless rules allow otherwise it is drawn at random from the pool ({article}).',
  ),
  ADVICE_FEW_SUBSTITUTES: advice(
    '候补{substitutes}名；通常至少抽取2名候补（未核实现行规定）。',
    '{substitutes} substitutes are drawn; at least 2 are usual (not verified in the rules in force).',
  ),
  ADVICE_LOTTERY_NOT_BOUND: advice(
    '资金“{fund}”为福利彩票公益金，没有写明专项用途（敬老、扶幼、救孤、助残、济困）。',
    'The pot "{fund}" is lottery money; nothing says to which of its purposes it is bound.',
  ),
  ADVICE_CALENDAR_UNOFFICIAL: advice(
    '“{calendar}”的节假日来自程序库，没有主管机关确认。',
    'The holidays of "{calendar}" come from a library and are confirmed by no authority.',
  ),
  ADVICE_CALL_DAYS: advice(
    '公告称申报期为{said}天，按起止日期（含首尾）为{days}天；以起止时间为准。',
    'The call says that it lasts {said} days; by its first and last day it is {days}, and these bind.',
  ),
});
