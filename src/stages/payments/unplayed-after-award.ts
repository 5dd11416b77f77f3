import type { RuleSet } from '../../rules';
import { unplayedInContracts } from '../contracts';
import { unplayedInEvaluations } from '../evaluations';
import { unplayedInMonitoring } from '../monitoring';
import { unplayedDecisions } from './unplayed-decisions';
import { unplayedInPayments } from './unplayed-in-payments';

/** The places of a rule set, as JSON pointers, that nothing after the award carries out yet, from the contract to the last payment. */
export function unplayedAfterAward(rules: RuleSet): string[] {
  return [
    ...unplayedInContracts(rules),
    ...unplayedInMonitoring(rules),
    ...unplayedInEvaluations(rules),
    ...unplayedInPayments(rules),
    ...unplayedDecisions(rules),
  ];
}
