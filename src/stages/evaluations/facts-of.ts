import type { Facts } from '../../kernel/refusal';
import type { EvaluationEntity } from './evaluation.entity';
import { sayUntil, selfReportTime } from './self-report-time';

/** What the wordings of an evaluation speak of. */
export function factsOf(evaluation: EvaluationEntity): Facts {
  const { title, rules, dueOn } = evaluation;
  const until = sayUntil(selfReportTime(evaluation).dueAt);
  return { title, evaluation: rules.name.zh, dueOn, until };
}
