import { printInstant, type Instant } from '../../../kernel/instant';
import { parseRuleSet, type RuleSet } from '../../../rules';
import { refuseRounds } from '../round.refusals';

/** Passes when a deadline is later than the one that stands. @throws ROUNDS.NOT_LATER */
export function requireLater(standing: Instant, closesAt: Instant): void {
  if (closesAt > standing) return;
  throw refuseRounds('ROUNDS.NOT_LATER', { closesAt: printInstant(standing) }, '/callClosesAt');
}

/** The same rules with another end of the call. @throws RulesRefused when that contradicts the rest, such as the projects' start */
export function rulesClosingAt(rules: RuleSet, closesAt: Instant): RuleSet {
  const timetable = { ...rules.timetable, callClosesAt: printInstant(closesAt) };
  return parseRuleSet({ ...rules, timetable });
}
