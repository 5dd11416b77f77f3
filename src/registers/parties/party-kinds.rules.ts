/** What a party 承接主体 may be, with the credit codes 统一社会信用代码 of its kind. */
export const partyKinds = [
  'association',
  'service-institution',
  'foundation',
  'rural-collective',
  'cooperative',
  'enterprise',
  'public-institution',
  'filed-group',
  'team',
  'person',
] as const;
export type PartyKind = (typeof partyKinds)[number];

/** The grades of the assessment of social organizations 等级评估. */
export const assessmentGrades = ['1A', '2A', '3A', '4A', '5A'] as const;
export type AssessmentGrade = (typeof assessmentGrades)[number];

/**
 * How the codes of social organizations begin: 5 is the civil affairs department, then the kind.
 * @source GB 32100-2015, table 1
 */
const prefixOf: Readonly<Partial<Record<PartyKind, string>>> = {
  association: '51',
  'service-institution': '52',
  foundation: '53',
};

const withoutCode: readonly PartyKind[] = ['filed-group', 'team', 'person'];

/** Whether the kind is a social organization 社会组织, registered with the civil affairs department. */
export function isSocialOrganization(kind: PartyKind): boolean {
  return prefixOf[kind] !== undefined;
}

/** Whether a party of this kind is registered somewhere and so has a credit code. */
export function needsCode(kind: PartyKind): boolean {
  return !withoutCode.includes(kind);
}

/** Whether a credit code can be that of the kind: the codes 51, 52 and 53 belong to their kinds, and to no other. */
export function isCodeOfKind(code: string, kind: PartyKind): boolean {
  const wanted = prefixOf[kind];
  if (wanted !== undefined) return code.startsWith(wanted);
  return !Object.values(prefixOf).includes(code.slice(0, 2));
}
