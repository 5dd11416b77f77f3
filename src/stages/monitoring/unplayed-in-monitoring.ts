import { pointerTo, type RuleSet } from '../../rules';

/** The places of a rule set, as JSON pointers, that monitoring cannot carry out yet. No round is created with one of them. */
export function unplayedInMonitoring({
  monitoring,
  sanctions = [],
}: Pick<RuleSet, 'monitoring' | 'sanctions'>): string[] {
  const { duties = [] } = monitoring ?? {};
  return [
    ...duties.map((_, index) => pointerTo('monitoring', 'duties', index)),
    ...sanctions.map((_, index) => pointerTo('sanctions', index)),
  ];
}
