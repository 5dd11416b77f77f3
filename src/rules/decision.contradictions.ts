import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import type { DecisionOption, DecisionRule, Step } from './rule-set.types';
import { compareSteps } from './step.contradictions';
import { refuseWayRules } from './way-rules.refusals';

/** The first step at which there is what a decision is asked of. */
const FIRST_STEP_OF: Readonly<Record<DecisionRule['per'], Step>> = {
  round: 'needs',
  lot: 'needs',
  bid: 'call',
  // Priced before it is approved.
  award: 'pricing',
  project: 'contract',
};

/** What can be out, and what can end. */
const UNSUITED: Readonly<
  Partial<Record<DecisionOption['effect'], readonly DecisionRule['per'][]>>
> = {
  excludes: ['round', 'lot'],
  ends: ['bid', 'award', 'project'],
};

/** What the decisions of persons say of their time and of what they do. */
export const decisionChecks: readonly PartCheck[] = [
  reading(['decisions'], ({ decisions = [] }) =>
    decisions.flatMap((decision, index) => {
      const at = pointerTo('decisions', index);
      return [...tooEarly(decision, at), ...unsuited(decision, at)];
    }),
  ),
];

function tooEarly({ code: decision, at: step, per }: DecisionRule, at: string): Refusal[] {
  if (compareSteps(step, FIRST_STEP_OF[per]) >= 0) return [];
  const facts = { decision, per, at: step };
  return [refuseWayRules('RULES.DECISION_TOO_EARLY', facts, at + pointerTo('at'))];
}

function unsuited({ code: decision, per, answer }: DecisionRule, at: string): Refusal[] {
  if (answer.variant !== 'choice') return [];
  return answer.options.flatMap(({ code: option, effect }, index) => {
    if (!UNSUITED[effect]?.includes(per)) return [];
    const here = at + pointerTo('answer', 'options', index, 'effect');
    const facts = { decision, per, option, effect };
    return [refuseWayRules('RULES.DECISION_EFFECT_UNSUITED', facts, here)];
  });
}
