import { compareRatios, parseRatio, ratioOf } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { danglingProvenance, repeatedCodes } from './rule-set.contradictions';
import { refuseRules } from './rules.refusals';
import type { ScreeningRules } from './rule-set.types';

/** What the rules of a screening say against themselves, each with a pointer to the place. */
export function contradictionsInScreening(rules: ScreeningRules): Refusal[] {
  const { selectFrom, keepFrom, maxScore } = rules;
  const faults = [...repeatedCodes(rules), ...danglingProvenance(rules)];
  if (compareRatios(parseRatio(selectFrom), ratioOf(BigInt(maxScore))) > 0) {
    const at = pointerTo('selectFrom');
    faults.push(refuseRules('RULES.MARK_ABOVE_REACH', { selectFrom, maxScore }, at));
  }
  if (compareRatios(parseRatio(keepFrom), parseRatio(selectFrom)) > 0) {
    const at = pointerTo('keepFrom');
    faults.push(refuseRules('RULES.KEEP_ABOVE_SELECT', { keepFrom, selectFrom }, at));
  }
  return faults;
}
