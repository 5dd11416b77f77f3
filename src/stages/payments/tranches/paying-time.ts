import type { NewClock } from '../../../registers/clocks';
import type { Basis } from '../payment-basis';
import { rulesOf } from './tranche-sums';
import type { TrancheEntity } from './tranche.entity';

/** The time within which a tranche is paid, by the rule set, from the moment it is owed. */
export function payingTime(
  { contract: { ruleSet } }: Basis,
  { id, projectId, code }: TrancheEntity,
  from: NewClock['from'],
): NewClock {
  return {
    rule: 'tranche.pay',
    article: `${ruleSet.code}/tranches/${code}/dueWithin`,
    subject: { kind: 'tranche', id },
    process: { kind: 'project', id: projectId },
    from,
    count: rulesOf(ruleSet, code).dueWithin,
    calendar: ruleSet.calendar,
  };
}
