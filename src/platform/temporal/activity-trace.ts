import { activityInfo } from '@temporalio/activity';

/** The trace of the activity that runs: its workflow, so that log lines and events can be laid beside Temporal's history. */
export function activityTrace(): string {
  const { workflowExecution, activityId } = activityInfo();
  return `${workflowExecution?.workflowId ?? 'none'}#${activityId}`;
}
