import type { Facts } from '../../kernel/refusal';
import type { EvaluationEntity } from './evaluation.entity';

/** What the wordings of an evaluation speak of. */
export function factsOf({ title, rules, dueOn }: EvaluationEntity): Facts {
  return { title, evaluation: rules.name.zh, dueOn };
}
