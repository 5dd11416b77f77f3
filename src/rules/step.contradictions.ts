import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type Part, type PartCheck } from './part-check';
import ruleSetSchema from './rule-set.schema.json';
import type { RuleSet, Step } from './rule-set.types';
import { refuseWayRules } from './way-rules.refusals';

/** The steps of the product, in its order: that of the schema. */
const ORDER = ruleSetSchema.$defs.Step.enum as readonly Step[];

/** Before or behind another step in the product's order: negative, positive, or zero for the same. */
export function compareSteps(a: Step, b: Step): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

/** The steps that only a typed part of the rules, or a decision, gives something to do. */
const PARTS_OF_STEPS: readonly {
  readonly is: Step;
  readonly part: Part;
  readonly isThere: (rules: RuleSet) => boolean;
}[] = [
  { is: 'forwarding', part: 'forwarding', isThere: (rules) => rules.forwarding !== undefined },
  { is: 'shortlisting', part: 'shortlist', isThere: (rules) => rules.shortlist !== undefined },
  { is: 'gifts', part: 'gifts', isThere: (rules) => rules.gifts !== undefined },
  { is: 'votes', part: 'votes', isThere: (rules) => rules.votes !== undefined },
  { is: 'pitch', part: 'pitch', isThere: (rules) => rules.pitch !== undefined },
  { is: 'pricing', part: 'amount', isThere: ({ amount }) => isPricedLater(amount) },
  { is: 'midterm', part: 'evaluations', isThere: (rules) => hasEvaluation(rules, 'midterm') },
  { is: 'final', part: 'evaluations', isThere: (rules) => hasEvaluation(rules, 'final') },
];

/** What the published steps say: they go the product's way, and each has something that is done in it. */
export const stepChecks: readonly PartCheck[] = [
  reading(['steps'], ({ steps = [] }) =>
    steps.flatMap(({ code: step, is }, index) => {
      const before = steps[index - 1]?.is;
      if (before === undefined || compareSteps(before, is) <= 0) return [];
      const at = pointerTo('steps', index, 'is');
      return [refuseWayRules('RULES.STEP_NOT_IN_ORDER', { step, is, before }, at)];
    }),
  ),
  ...PARTS_OF_STEPS.map(({ is, part, isThere }): PartCheck => ({
    reads: ['steps', part, 'decisions'],
    faultsIn: (rules) => (isThere(rules) ? [] : stepsWithNothing(rules, is, part)),
  })),
];

function stepsWithNothing(
  { steps = [], decisions = [] }: RuleSet,
  is: Step,
  name: Part,
): Refusal[] {
  if (decisions.some(({ at }) => at === is)) return [];
  return steps.flatMap((step, index) =>
    step.is === is
      ? [
          refuseWayRules(
            'RULES.STEP_WITHOUT_RULES',
            { step: step.code, is, name },
            pointerTo('steps', index, 'is'),
          ),
        ]
      : [],
  );
}

function isPricedLater(amount: RuleSet['amount']): boolean {
  return (
    amount.variant === 'later-priced' ||
    (amount.variant === 'share-of-budget' && amount.budget === 'audited')
  );
}

function hasEvaluation({ evaluations }: RuleSet, wanted: 'midterm' | 'final'): boolean {
  return evaluations.some(({ kind }) => kind === wanted);
}
