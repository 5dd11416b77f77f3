import type { History } from '@temporalio/common/lib/proto-utils';

import { isWait, pathOf, type Path } from './history';

/** A history that is worth keeping, under the name of its way. */
export interface Chosen {
  readonly name: string;
  readonly text: string;
}

interface Candidate {
  readonly path: Path;
  readonly text: string;
  /** What it shows: each step from one answer to the next, how it ended, and where it waited. */
  readonly shows: readonly string[];
}

/** The fewest and shortest histories that show everything which all of them together show. */
export function chooseHistories(histories: readonly History[]): Chosen[] {
  const candidates = histories.map(candidate).sort((a, b) => a.text.length - b.text.length);
  const missing = new Set(candidates.flatMap(({ shows }) => shows));
  const chosen: Candidate[] = [];
  while (missing.size > 0) {
    const news = ({ shows }: Candidate) => shows.filter((what) => missing.has(what)).length;
    const best = candidates.reduce((a, b) => (news(b) > news(a) ? b : a));
    for (const what of best.shows) missing.delete(what);
    chosen.push(best);
  }
  return named(chosen);
}

function candidate(history: History): Candidate {
  const path = pathOf(history);
  const { kind, visits, ending } = path;
  const answered = visits.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'under-way');
  const stations = ['begun', ...answered.map(({ step, outcome }) => `${step} ${outcome}`)];
  // A run that goes on, or was ended by force, shows no more than how far it had come.
  if (ending === 'completed' || ending === 'begun-anew') stations.push(ending);
  const shows = stations.slice(1).map((to, i) => `${kind}: ${stations[i]!} > ${to}`);
  for (const { step, outcome } of visits) if (isWait(outcome)) shows.push(`waits at ${step}`);
  return { path, text: JSON.stringify(slim(history)), shows: [...new Set(shows)] };
}

/**
 * What no replay reads: bookkeeping of server and worker, which names machines and lines of code, and what whoever ended a run by
 * force wrote as the reason.
 */
const LEFT_OUT = new Set([
  'identity',
  'inheritedBuildId',
  'meteringMetadata',
  'prevAutoResetPoints',
  'reason',
  'requestId',
  'stackTrace',
  'taskId',
  'workerVersion',
]);

/** A worker's own task queue bears its name, `<pid>@<machine>-<random>`. */
const OF_A_MACHINE = /^\d+@/;

function slim(history: unknown): unknown {
  return JSON.parse(JSON.stringify(history), (key, value: unknown) => {
    if (LEFT_OUT.has(key)) return undefined;
    return typeof value === 'string' && OF_A_MACHINE.test(value) ? 'worker' : value;
  });
}

function named(chosen: readonly Candidate[]): Chosen[] {
  const taken = new Map<string, number>();
  return chosen.map(({ path: { kind, visits, ending }, text }) => {
    const way = `${kind}-${visits.at(-1)?.step ?? 'begun'}-${ending}`;
    const n = (taken.get(way) ?? 0) + 1;
    taken.set(way, n);
    return { name: n === 1 ? way : `${way}-${n}`, text };
  });
}
