import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import { projectMonths } from './project-months';
import type { RuleSet, TrancheRules } from './rule-set.types';

/** What people see to about tranches. */
export function keptByHandInPayment({
  tranches,
  timetable,
}: Pick<RuleSet, 'tranches' | 'timetable'>): KeptByHand[] {
  const lastsYears = projectMonths(timetable) > 12;
  return tranches.flatMap((tranche, index) =>
    inTranche(tranche, pointerTo('tranches', index), {
      lastsYears,
      isLast: index === tranches.length - 1,
    }),
  );
}

function inTranche(
  { name, payee, of, meaning, trigger }: TrancheRules,
  at: string,
  { lastsYears, isLast }: { readonly lastsYears: boolean; readonly isLast: boolean },
): KeptByHand[] {
  // A loan is owed until a later tranche is paid, and a bonus is sized by a grade.
  const isByItself =
    (meaning === 'loan' && isLast) ||
    (meaning === 'bonus' && trigger.variant !== 'evaluation-graded');
  return [
    ...(payee === 'partner'
      ? [
          byHand(
            at + pointerTo('payee'),
            `“${name.zh}”的收款方为合作方；系统只登记获助方的账户，由人另行核对。`,
            `"${name.en}" is paid to a partner; the service has the account of the winner alone, and people check the other.`,
          ),
        ]
      : []),
    ...(of?.variant === 'year' && lastsYears
      ? [
          byHand(
            at + pointerTo('of'),
            `“${name.zh}”按年度预算计算；申报书不分年度，由人核定。`,
            `"${name.en}" is a share of a year's budget; bids have no budget by year, so people settle it.`,
          ),
        ]
      : []),
    ...(isByItself
      ? [
          byHand(
            at + pointerTo('meaning'),
            meaning === 'loan'
              ? `“${name.zh}”为借款，何时收回由人掌握。`
              : `“${name.zh}”为奖励，是否发放由人认定。`,
            meaning === 'loan'
              ? `"${name.en}" is a loan; when it comes back is kept by people.`
              : `"${name.en}" is a bonus; whether it is paid is found by people.`,
          ),
        ]
      : []),
  ];
}
