/**
 * The duties 职责 that a mandate may give, with the group that matters for conflicts: on one round nobody may hold duties of
 * two groups, on one payment nobody may be maker and checker, and a system administrator holds no other duty. What is done
 * `inPerson` has no deputy: a vote or a verdict is the person's own, and an administrator's deputy would hold two duties.
 */
export const duties = {
  administrator: {
    zh: '系统管理员',
    en: 'system administrator',
    group: 'administrator',
    inPerson: true,
  },
  organizer: { zh: '经办人员', en: 'programme officer', group: 'organizer' },
  approver: { zh: '审批人', en: 'approver', group: 'organizer' },
  streetOfficer: { zh: '街道专员', en: 'street officer', group: 'organizer' },
  communityOfficer: { zh: '社区工作人员', en: 'community officer', group: 'organizer' },
  resident: { zh: '居民', en: 'resident', group: 'none', inPerson: true },
  applicant: { zh: '申报代表', en: 'representative of a bidder', group: 'bidder' },
  expert: { zh: '评审专家', en: 'expert', group: 'expert', inPerson: true },
  evaluator: { zh: '评估人员', en: 'evaluator', group: 'expert', inPerson: true },
  maker: { zh: '财务经办', en: 'payment maker', group: 'finance' },
  checker: { zh: '财务复核', en: 'payment checker', group: 'finance' },
  supervisor: { zh: '监督人员', en: 'supervisor', group: 'supervisor' },
} as const;

/** A duty's code. */
export type Duty = keyof typeof duties;

/** Whether a deputy may do a duty in its holder's place. */
export function mayBeDeputized(duty: Duty): boolean {
  return !('inPerson' in duties[duty]);
}

/** Every duty's code, in the order of the table. */
export const dutyCodes = Object.keys(duties) as Duty[];
