import type { BilingualText, CleanOf, PartyKind, PastEvaluationPassed } from './rule-set.types';

/** How the kinds of parties are called to those whom a check concerns. */
export const kindNames: Readonly<Record<PartyKind, BilingualText>> = {
  association: { zh: '社会团体', en: 'association' },
  'service-institution': { zh: '社会服务机构', en: 'service institution' },
  foundation: { zh: '基金会', en: 'foundation' },
  'rural-collective': { zh: '农村集体经济组织', en: 'rural collective' },
  cooperative: { zh: '合作社', en: 'cooperative' },
  enterprise: { zh: '企业', en: 'enterprise' },
  'public-institution': { zh: '事业单位', en: 'public institution' },
  'filed-group': { zh: '备案组织', en: 'filed group' },
  team: { zh: '团队', en: 'team' },
  person: { zh: '个人', en: 'natural person' },
};

/** How the lists are called. */
export const listNames: Readonly<Record<CleanOf['list'], BilingualText>> = {
  'abnormal-operations': { zh: '活动异常名录', en: 'the list of abnormal operations' },
  'serious-violations': { zh: '严重违法失信名单', en: 'the list of serious violations' },
  'major-violations': { zh: '重大违法记录', en: 'the record of major violations' },
  'own-blacklist': { zh: '公益创投黑名单', en: 'the blacklist of the venture grants' },
  'annual-report': {
    zh: '未按规定报送年报名单',
    en: 'the list of those without their annual report',
  },
};

/** How evaluations are called. */
export const evaluationNames: Readonly<Record<PastEvaluationPassed['evaluation'], BilingualText>> =
  {
    midterm: { zh: '中期评估', en: 'mid-term evaluation' },
    final: { zh: '末期评估', en: 'final evaluation' },
  };

/** Several kinds, in the order of the rules. */
export function namesOfKinds(kinds: readonly PartyKind[]): BilingualText {
  return {
    zh: kinds.map((kind) => kindNames[kind].zh).join('、'),
    en: kinds.map((kind) => kindNames[kind].en).join(', '),
  };
}

/** The years that a check is about; without any all of them. */
export function namesOfYears(years: readonly number[] | undefined): BilingualText {
  if (years === undefined) return { zh: '历年', en: 'any year' };
  return { zh: `${years.join('、')}年度`, en: years.join(', ') };
}
