import type { Chance } from '../../demo/chance';
import { addMonths } from '../../src/kernel/add-months';
import type { Day } from '../../src/kernel/day';
import type {
  AssessmentGrade,
  CandidateParty,
  PartyKind,
  QualificationCheck,
} from '../../src/rules';

/** Of a hundred organizations so many fall short of each condition. */
const FALL_SHORT = 0.04;
/** Of those that should have a credit code so many have none. */
const WITHOUT_THEIRS = 0.02;

/** Who is registered nowhere. */
const UNREGISTERED: readonly PartyKind[] = ['filed-group', 'team', 'person'];
const GRADES: readonly AssessmentGrade[] = ['1A', '2A', '3A', '4A', '5A'];

/** How an organization is registered, mostly as the checks ask for it. */
export function inventParty(
  checks: readonly QualificationCheck[],
  { no, kind, closesOn }: { readonly no: number; readonly kind: PartyKind; readonly closesOn: Day },
  chance: Chance,
): CandidateParty {
  const isRegistered = !UNREGISTERED.includes(kind);
  const hasCode = isRegistered && chance.next() >= WITHOUT_THEIRS;
  return {
    kind,
    creditCode: hasCode ? `INVENTED-${String(no).padStart(6, '0')}` : null,
    registeredOn: isRegistered ? inventRegistration(checks, closesOn, chance) : null,
    assessmentGrade: inventGrade(checks, chance),
    assessmentValidUntil: chance.next() < 0.5 ? addMonths(closesOn, chance.whole(6, 48)) : null,
  };
}

function inventRegistration(
  checks: readonly QualificationCheck[],
  closesOn: Day,
  chance: Chance,
): Day {
  const isWrong = chance.next() < FALL_SHORT;
  const from = checks.find((check) => check.variant === 'registered-from')?.from;
  if (from !== undefined) {
    const since = addMonths(closesOn, -chance.whole(1, 24));
    if (isWrong) return addMonths(from, -chance.whole(1, 60));
    return since < from ? from : since;
  }
  const months = checks.find((check) => check.variant === 'registered-for')?.minMonths ?? 12;
  return isWrong
    ? addMonths(closesOn, -chance.whole(0, Math.max(0, months - 1)))
    : addMonths(closesOn, -(months + chance.whole(1, 120)));
}

function inventGrade(
  checks: readonly QualificationCheck[],
  chance: Chance,
): AssessmentGrade | null {
  const asked = checks.find((check) => check.variant === 'assessment-grade-at-least')?.grade;
  if (asked === undefined) return chance.next() < 0.5 ? null : chance.oneOf(GRADES);
  const place = GRADES.indexOf(asked);
  if (chance.next() < FALL_SHORT) return GRADES[place - 1] ?? null;
  return GRADES[chance.whole(place, GRADES.length - 1)]!;
}
