import { pointerTo, type DecisionRule, type RuleSet, type Step } from '../../rules';

/** The steps after the award, whose questions are asked by the stages that take them. */
const STEPS: readonly Step[] = [
  'contract',
  'payment',
  'implementation',
  'midterm',
  'final',
  'close',
];

/**
 * The decisions at steps after the award, as JSON pointers, that cannot be carried out yet: asked of anything but an award or its
 * project, or with an answer that puts these out or ends a round.
 */
export function unplayedDecisions({ decisions = [] }: Pick<RuleSet, 'decisions'>): string[] {
  return decisions.flatMap((decision, index) =>
    STEPS.includes(decision.at) && !isPlayed(decision) ? [pointerTo('decisions', index)] : [],
  );
}

function isPlayed({ per, answer }: DecisionRule): boolean {
  const isAsked = per === 'award' || per === 'project';
  const goesOn =
    answer.variant !== 'choice' ||
    answer.options.every(({ effect }) => effect === 'goes-on' || effect === 'noted');
  return isAsked && goesOn;
}
