import type { Answer } from '../support/stage';
import type { Stage } from '../support/stage';

/** How many do the same thing at the same time. */
export const PARALLEL = 50;

/** One thing to race for, once. */
export interface Trial {
  /** The request of the n-th of fifty, under a key of its own unless the race is about one key. */
  call(n: number): Promise<Answer>;
  /** Counts that must all be one afterwards: rows, events, outbox rows, transfers, kept answers. */
  effects(): Promise<Readonly<Record<string, number>>>;
}

/** Something that may happen once, however many ask for it at the same time. */
export interface Race {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Legal time at which its stage opens. */
  readonly startsAt: string;
  /** What all but one may be told; the one is answered 201. */
  readonly refusals: readonly string[];
  /** Whether several may be answered 201, with one and the same answer. */
  readonly repeatsAnswer?: boolean;
  /** Prepares trials on a stage; called once per stage. */
  prepare(stage: Stage): Promise<(howMany: number) => Promise<Trial[]>>;
}

/** Runs a trial. @returns what was wrong with it */
export async function run(race: Race, trial: Trial): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: PARALLEL }, (_, n) => trial.call(n)));
  const taken = answers.filter(({ status }) => status === 201);
  const others = answers.filter(({ status }) => status !== 201);
  const strange = others
    .filter(({ status, body }) => status >= 500 || !race.refusals.includes(body?.code))
    .map(({ status, text }) => `answered ${status} ${text}`);
  const different = new Set(taken.map(({ text }) => text)).size;
  const doubled = race.repeatsAnswer === true ? different !== 1 : taken.length !== 1;
  const effects = Object.entries(await trial.effects());
  return [
    ...(doubled ? [`${taken.length} were told that they did it, in ${different} answers`] : []),
    ...strange,
    ...effects.filter(([, n]) => n !== 1).map(([what, n]) => `${what}: ${n}`),
  ];
}

/** The counts that every act has in common: its event, the event's outbox row, and the answer kept under its key. */
export async function effectsOfAct(
  stage: Stage,
  aggregate: { readonly kind: string; readonly id: string },
  move: string | null,
  keys: string,
): Promise<Record<'events' | 'outbox rows' | 'kept answers', number>> {
  const [row] = await stage.sql(
    `SELECT count(*)::int AS events, count(o.event_id)::int AS "outbox rows",
       (SELECT count(*)::int FROM idempotency_keys WHERE starts_with(key, $4)) AS "kept answers"
     FROM audit_events e LEFT JOIN outbox o ON o.event_id = e.id
     WHERE e.aggregate_kind = $1 AND e.aggregate_id = $2 AND e.move IS NOT DISTINCT FROM $3`,
    [aggregate.kind, aggregate.id, move, keys],
  );
  return row;
}

/** The one number that a query gives. */
export async function countIn(
  stage: Stage,
  query: string,
  parameters: readonly unknown[],
): Promise<number> {
  const [row] = await stage.sql(`SELECT count(*)::int AS n FROM ${query}`, parameters);
  return row.n;
}
