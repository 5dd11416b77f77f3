import { simpleTriggers, type RuleSet, type TrancheRules } from '../../rules';

/**
 * The reports that have to be accepted because money waits for it: one that a tranche names, or any of them where a tranche goes
 * by the accepted accounts.
 */
export function accountedReports({
  tranches,
  reports,
}: Pick<RuleSet, 'tranches' | 'reports'>): ReadonlySet<string> {
  if (tranches.some(goesByAccounts)) return new Set(reports.map(({ code }) => code));
  return new Set(
    tranches.flatMap(({ trigger }) =>
      simpleTriggers(trigger).flatMap((part) =>
        part.variant === 'report-approved' ? [part.report] : [],
      ),
    ),
  );
}

function goesByAccounts({ trigger, meaning }: TrancheRules): boolean {
  return (
    meaning === 'reimbursement' ||
    simpleTriggers(trigger).some(
      ({ variant }) => variant === 'spent-share' || variant === 'tranche-settled',
    )
  );
}
