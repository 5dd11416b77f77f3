import { pointerTo, projectMonths, type RuleSet, type TrancheRules } from '../../rules';

/** The places of a rule set, as JSON pointers, that payments cannot carry out yet. No round is created with one of them. */
export function unplayedInPayments({
  tranches,
  timetable,
}: Pick<RuleSet, 'tranches' | 'timetable'>): string[] {
  const lastsYears = projectMonths(timetable) > 12;
  return tranches.flatMap((tranche, index) =>
    inTranche(tranche, lastsYears, index === tranches.length - 1).map((field) =>
      pointerTo('tranches', index, field),
    ),
  );
}

function inTranche(
  { payee, of, meaning, trigger }: TrancheRules,
  lastsYears: boolean,
  isLast: boolean,
): string[] {
  return [
    // Only the winner has an account in the register.
    ...(payee === 'partner' ? ['payee'] : []),
    // No form asks for a budget year by year; what lasts no longer has but one.
    ...(of?.variant === 'year' && lastsYears ? ['of'] : []),
    // A loan is owed until a later tranche is paid, and a bonus is sized by a grade.
    ...(meaning === 'loan' && isLast ? ['meaning'] : []),
    ...(meaning === 'bonus' && trigger.variant !== 'evaluation-graded' ? ['meaning'] : []),
  ];
}
