import type { BilingualText, Role } from './rule-set.types';

/** How whoever decides is called to those whom the decision concerns. */
export const roleWords: Readonly<Record<Role, BilingualText>> = {
  organizer: { zh: '经办人员', en: 'the programme officer' },
  approver: { zh: '审批人', en: 'the approver' },
  streetOfficer: { zh: '街道专员', en: 'the street officer' },
  communityOfficer: { zh: '社区工作人员', en: 'the community officer' },
  expert: { zh: '评审专家', en: 'the experts' },
  evaluator: { zh: '评估人员', en: 'the evaluators' },
  supervisor: { zh: '监督人员', en: 'the supervisor' },
};
