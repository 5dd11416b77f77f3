import type { BilingualText, QualificationCheck } from '../../src/rules';

const LISTS: Readonly<
  Record<Extract<QualificationCheck, { variant: 'clean-of' }>['list'], BilingualText>
> = {
  'abnormal-operations': { zh: '活动异常名录', en: 'the list of abnormal operations' },
  'serious-violations': { zh: '严重违法失信名单', en: 'the list of serious violations' },
  'major-violations': { zh: '重大违法记录', en: 'records of major violations' },
  'own-blacklist': { zh: '公益创投黑名单', en: "the programme's own blacklist" },
  'annual-report': { zh: '年报名录', en: 'the list on annual reports' },
};

/** What a check of the qualification asks, in a few words. */
export function checkName(check: QualificationCheck): BilingualText {
  switch (check.variant) {
    case 'judged':
      return check.question;
    case 'declared':
      return { zh: `承诺：${check.statement.zh}`, en: `declared: ${check.statement.en}` };
    case 'attached':
      return { zh: `附件：${check.document.zh}`, en: `attached: ${check.document.en}` };
    case 'clean-of': {
      const { zh, en } = LISTS[check.list];
      const { lookBackMonths: months } = check;
      return months === 0
        ? { zh: `不在${zh}`, en: `not on ${en}` }
        : { zh: `${months}个月内不在${zh}`, en: `not on ${en} for ${months} months` };
    }
    case 'past-evaluation-passed':
      return check.evaluation === 'midterm'
        ? { zh: '以往中期评估合格', en: 'earlier mid-term evaluations passed' }
        : { zh: '以往末期评估合格', en: 'earlier final evaluations passed' };
    default:
      return plainName(check);
  }
}

function plainName(
  check: Exclude<
    QualificationCheck,
    { variant: 'judged' | 'declared' | 'attached' | 'clean-of' | 'past-evaluation-passed' }
  >,
): BilingualText {
  switch (check.variant) {
    case 'amount-within-rule':
      return { zh: '申请额合规', en: 'amount within the rule' };
    case 'credit-code-valid':
      return { zh: '信用代码有效', en: 'valid credit code' };
    case 'registered-for':
      return {
        zh: `登记满${check.minMonths}个月`,
        en: `registered for ${check.minMonths} months`,
      };
    case 'registered-from':
      return { zh: `${check.from}起登记`, en: `registered from ${check.from} on` };
    case 'not-sanctioned':
      return { zh: '无有效处罚', en: 'no sanction in force' };
    case 'bids-per-organization':
      return { zh: `每个组织至多${check.max}份`, en: `at most ${check.max} bids each` };
    case 'form-complete':
      return { zh: '申报书齐全', en: 'form complete' };
    case 'applicant-kind':
      return { zh: '申报主体类型', en: 'kind of applicant' };
    case 'annual-check-passed':
      return {
        zh: `${check.years.join('、')}年年检合格`,
        en: `annual checks of ${check.years.join(', ')} passed`,
      };
    case 'assessment-grade-at-least':
      return { zh: `评估等级${check.grade}以上`, en: `assessment grade ${check.grade} or better` };
    case 'no-open-project':
      return { zh: '无未结项目', en: 'no open project' };
    case 'own-match-reached':
      return { zh: '自筹达标', en: 'own match reached' };
    case 'cost-limits-kept':
      return { zh: '预算科目比例合规', en: 'limits on budget lines kept' };
  }
}
