import { defineRefusals, Refusal } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What can be wrong with a rule set: its shape (by the schema) and contradictions between its parts. */
export const refuseRules = defineRefusals('RULES', {
  INVALID: fault('规则有{faults}处错误。', 'The rules have {faults} faults.'),

  MISSING: fault('缺少“{name}”。', '"{name}" is missing.'),
  UNKNOWN_NAME: fault('规则中没有“{name}”这一项。', 'The rules know nothing called "{name}".'),
  UNKNOWN_VARIANT: fault(
    '没有“{variant}”这种规则。',
    'There is no kind of rule called "{variant}".',
  ),
  WRONG_TYPE: fault('此处的类型应为{expected}。', 'This must be of the type {expected}.'),
  WRONG_FORMAT: fault('格式应为{expected}。', 'This must have the form {expected}.'),
  NOT_ALLOWED: fault('只能取：{allowed}。', 'This must be one of: {allowed}.'),
  TOO_LITTLE: fault(
    '数值、字数或项数不得少于{limit}。',
    'Value, length or number of items must be at least {limit}.',
  ),
  TOO_MUCH: fault(
    '数值、字数或项数不得多于{limit}。',
    'Value, length or number of items must be at most {limit}.',
  ),
  REPEATED: fault('各项不得重复。', 'No item may stand here twice.'),

  DUPLICATE_CODE: fault('代码“{code}”重复。', 'The code "{code}" is used twice.'),
  PROVENANCE_DANGLING: fault(
    '出处所指的“{path}”不在规则中。',
    'The provenance speaks of "{path}", which the rules do not hold.',
  ),
  RANGE_REVERSED: fault(
    '最少{min}项，多于最多{max}项。',
    'At least {min} is more than at most {max}.',
  ),

  CLOSES_BEFORE_OPENS: fault(
    '申报截止（{closesAt}）不晚于申报开始（{opensAt}）。',
    'The call closes ({closesAt}) no later than it opens ({opensAt}).',
  ),
  PROJECT_ENDS_BEFORE_START: fault(
    '项目结束日（{to}）早于开始日（{from}）。',
    'The projects end ({to}) before they start ({from}).',
  ),
  PROJECT_STARTS_IN_CALL: fault(
    '项目开始日（{from}）时申报尚未截止（{closesAt}）。',
    'The projects start ({from}) while the call is still open (until {closesAt}).',
  ),
  EVALUATION_OUTSIDE_PROJECT: fault(
    '评估“{evaluation}”（{opensOn}至{dueOn}）与项目期（{from}至{to}）不符：中期评估应在项目期内，末期评估不得先于项目结束而截止。',
    'The evaluation "{evaluation}" ({opensOn} to {dueOn}) does not suit the projects ({from} to {to}): a mid-term lies within them, a final one is not due before they end.',
  ),
  EVALUATION_DUE_BEFORE_OPENS: fault(
    '评估“{evaluation}”的截止日（{dueOn}）早于开始日（{opensOn}）。',
    'The evaluation "{evaluation}" is due ({dueOn}) before it opens ({opensOn}).',
  ),
  REPORT_BEFORE_PROJECT: fault(
    '报告截止日（{dueOn}）早于项目开始日（{from}）。',
    'The report is due ({dueOn}) before the projects start ({from}).',
  ),

  BUDGET_ZERO: fault('资金“{fund}”的金额为零。', 'The pot "{fund}" holds nothing.'),
  GRANT_ALWAYS_ZERO: fault(
    '资助上限为零，任何项目都得不到资助。',
    'The limit of the grant is zero: no project could get anything.',
  ),
  CATEGORY_BUDGET_ZERO: fault(
    '类别“{category}”的经费为零，其项目都得不到资助。',
    'The category "{category}" has a budget of nothing: none of its bids could be funded.',
  ),
  CATEGORY_BUDGETS_ABOVE_POTS: fault(
    '各类别经费合计{total}元，超过本轮资金{pots}元。',
    'The budgets of the categories total {total} yuan, more than the {pots} yuan of the round.',
  ),
  CATEGORY_CAP_ABOVE_AMOUNT: fault(
    '类别“{category}”的资助上限{cap}元高于本轮上限{maxAmount}元。',
    'The cap of the category "{category}", {cap} yuan, is above that of the amount rule, {maxAmount} yuan.',
  ),
  CATEGORY_CAP_ABOVE_BUDGET: fault(
    '类别“{category}”的资助上限{cap}元高于该类别经费{budget}元。',
    'The cap of the category "{category}", {cap} yuan, is above its budget of {budget} yuan.',
  ),
  QUOTAS_NOT_ASKED: fault(
    '立项规则“{variant}”不看类别“{category}”的名额或经费，写了也不起作用。',
    'The award rule "{variant}" does not look at the quota or budget of the category "{category}": it would do nothing.',
  ),
  QUOTAS_MISSING: fault(
    '立项规则“{variant}”要求至少一个类别有名额。',
    'The award rule "{variant}" needs a quota of at least one category.',
  ),
  TRANCHES_NOT_WHOLE: fault(
    '各期拨款比例合计为{total}，应为1。',
    'The shares of the tranches total {total} instead of 1.',
  ),
  UNKNOWN_EVALUATION: fault(
    '没有代码为“{evaluation}”的评估。',
    'There is no evaluation with the code "{evaluation}".',
  ),
  UNKNOWN_GRADE: fault(
    '评估“{evaluation}”没有“{grade}”等级。',
    'The evaluation "{evaluation}" has no grade "{grade}".',
  ),
  FACTOR_MISSING: fault(
    '没有写明等级“{grade}”的拨付系数。',
    'It is not said what the grade "{grade}" pays.',
  ),
  FACTOR_REPEATED: fault('等级“{grade}”写了两个拨付系数。', 'The grade "{grade}" has two factors.'),
  FACTORS_REVERSED: fault(
    '等级“{grade}”的拨付系数高于更好的等级。',
    'The grade "{grade}" pays more than a better one.',
  ),

  PANEL_EVEN: fault(
    '评审人数{size}为偶数，应为单数。',
    'A panel of {size} is even; it must be odd.',
  ),
  SEATS_NOT_PANEL: fault(
    '各席位合计{seats}人，与评审人数{size}不符。',
    'The seats are {seats} in all, the panel has {size}.',
  ),
  PANEL_AND_PANELS: fault(
    '已规定由一个评审小组评审全部申报，不能再按类别另设评审小组。',
    'One panel reviews all bids already; there cannot be panels by category beside it.',
  ),
  UNKNOWN_CATEGORY: fault(
    '没有代码为“{category}”的类别。',
    'There is no category with the code "{category}".',
  ),
  UNKNOWN_CLASS: fault(
    '没有代码为“{class}”的申报主体类别。',
    'There is no class of applicants with the code "{class}".',
  ),
  UNKNOWN_LINE: fault(
    '没有代码为“{line}”的预算科目。',
    'There is no budget line with the code "{line}".',
  ),
  NAMED_TWICE: fault('“{code}”在此列了两次。', '"{code}" is named twice here.'),
  CATEGORY_WITHOUT_PANEL: fault(
    '没有评审小组评审类别“{category}”的申报。',
    'No panel reviews the bids of the category "{category}".',
  ),
  CATEGORY_IN_TWO_PANELS: fault(
    '类别“{category}”已由别的评审小组评审，不能再列入评审小组“{panel}”。',
    'Another panel reviews the category "{category}" already; it cannot be in the panel "{panel}" as well.',
  ),
  POINTS_NOT_TOTAL: fault(
    '各评审指标合计{points}分，与总分{total}不符。',
    'The criteria give {points} points in all, the total is {total}.',
  ),
  PASS_MARK_ABOVE_TOTAL: fault(
    '及格线{passMark}高于总分{total}。',
    'The pass mark of {passMark} is above the total of {total}.',
  ),
  WEIGHTS_NOT_WHOLE: fault(
    '评估“{evaluation}”的指标权重合计为{total}，应为1。',
    'The weights of the evaluation "{evaluation}" total {total} instead of 1.',
  ),
  GRADES_NOT_DESCENDING: fault(
    '等级“{grade}”的起点分不低于前一等级。',
    'The grade "{grade}" does not start below the one before it.',
  ),
  LAST_GRADE_ABOVE_ZERO: fault(
    '最低等级“{grade}”应从0分起，否则有的得分没有等级。',
    'The worst grade, "{grade}", must start at 0, or some scores would have no grade.',
  ),
  GRADE_ABOVE_REACH: fault(
    '等级“{grade}”的起点分高于100，无人能得。',
    'The grade "{grade}" starts above 100: nobody can reach it.',
  ),
  NO_FAILING_GRADE: fault(
    '评估“{evaluation}”没有不合格等级，逾期未交也会合格。',
    'The evaluation "{evaluation}" has no failing grade: even handing in nothing would pass.',
  ),
  MARK_ABOVE_REACH: fault(
    '入选线{selectFrom}高于最高分{maxScore}。',
    'Needs are selected from {selectFrom}, above the highest score of {maxScore}.',
  ),
  KEEP_ABOVE_SELECT: fault(
    '保留线{keepFrom}高于入选线{selectFrom}。',
    'Needs are kept from {keepFrom}, above where they are selected ({selectFrom}).',
  ),

  BELOW_LIMIT: fault(
    '现为{given}，依据{article}不得少于{limit}。',
    'This is {given}; by {article} it must be at least {limit}.',
  ),
  ABOVE_LIMIT: fault(
    '现为{given}，依据{article}不得多于{limit}。',
    'This is {given}; by {article} it must be at most {limit}.',
  ),
});

/** A document that cannot be a rule set, with everything that is wrong with it. */
export class RulesRefused extends Refusal {
  /** @param faults each with a pointer into the document */
  constructor(readonly faults: readonly Refusal[]) {
    super('RULES.INVALID', { faults: faults.length });
  }
}
