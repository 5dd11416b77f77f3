import type { Context } from '../../platform/database/context';
import type { Json, ProcessRef } from '../../platform/record/domain-event';
import type { DecisionEntity } from './decision.entity';

/** Records what happened to a decision. Reasons are texts that people wrote: they stay out of it. */
export async function recordDecision(
  ctx: Context,
  { id, version, roundId, unitPath, subjectKind, subjectId }: DecisionEntity,
  name: string,
  move: string | null,
  told: Readonly<Record<string, Json>>,
  nudges: readonly ProcessRef[] = [],
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'decision', id, version },
    move,
    roundId,
    body: { subject: { kind: subjectKind, id: subjectId }, ...told },
    audience: { unitPaths: [unitPath] },
    nudges,
  });
}
