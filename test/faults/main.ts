import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Chance } from '../../demo/chance';
import { projectRoot } from '../../src/platform/embedded';
import { setUpLog } from '../../src/platform/telemetry/log';
import { apiKilled } from './faults/api-killed';
import { redisFlushed } from './faults/redis-flushed';
import { relayKilled } from './faults/relay-killed';
import { temporalStopped } from './faults/temporal-stopped';
import { twoOfEach } from './faults/two-of-each';
import { workerKilled } from './faults/worker-killed';
import { workflowEnded } from './faults/workflow-ended';
import { openGround } from './ground';
import type { Fault } from './harm';
import { printCoverage } from './meetings';
import { playReference, playUnder, rounds, type PlayedRound, type Reference } from './rounds';
import { stepsOfWorkflows } from './steps';
import { playTwoInstances } from './two-instances';

const faults: readonly Fault[] = [
  temporalStopped({ forMs: 20_000, times: 2 }),
  workerKilled({ atRandom: 6 }),
  relayKilled({ atRandom: 4, atEachPoint: 2 }),
  apiKilled({ atRandom: 4, atReply: 8 }),
  redisFlushed({ times: 5 }),
  workflowEnded(),
  twoOfEach({ kills: 12 }),
];

const TWO_INSTANCES = 'two-instances';

/** What is wrong with one run. */
interface Verdict {
  readonly name: string;
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/**
 * Plays the small round once undisturbed and once under each kind of fault, and holds each against the first: the same
 * account, nothing lost, nothing twice. `--only NAME` plays one kind, `--seed N` draws other moments, `--city` plays the city's
 * year instead.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seed: { type: 'string', default: '7' },
      city: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const known = [...faults.map(({ name }) => name), TWO_INSTANCES];
  if (values.only !== undefined && !known.includes(values.only)) {
    throw new Error(`没有这种故障 there is no such fault; there are: ${known.join(', ')}`);
  }
  const isWanted = (name: string) => values.only === undefined || values.only === name;
  setUpLog('faults', 'silent');
  const round: PlayedRound = values.city ? rounds.city : rounds.small;
  console.log(`轮次与故障 a round under faults · ${round.example} · --seed ${seed}`);
  const home = join(projectRoot(), '.yichuang/faults');
  const verdicts: Verdict[] = [];
  const { reference, verdict } = await runReference(home, round);
  verdicts.push(verdict);
  for (const fault of faults.filter(({ name }) => isWanted(name))) {
    verdicts.push(await runUnder(fault, home, seed, reference));
  }
  if (isWanted(TWO_INSTANCES)) verdicts.push(await runTwoInstances(home, reference));
  return printVerdicts(verdicts, seed);
}

const say = (line: string) => console.log(`    ${line}`);

async function runReference(home: string, round: PlayedRound) {
  let reference: Reference | undefined;
  const verdict = await judged('undisturbed', '不受干扰 undisturbed', async () => {
    const ground = await openGround({
      ...{ dir: join(home, 'undisturbed'), startsAt: round.startsAt, chance: new Chance(0) },
      tell: say,
      acts: { first: 0, last: 0 },
    });
    try {
      const played = await playReference(ground, round, say);
      reference = played.reference;
      return played.wrong;
    } finally {
      await ground.close();
    }
  });
  if (reference === undefined) throw new Error(verdict.wrong.join('\n'));
  say(`${reference.acts.last} 个操作 acts`);
  return { reference, verdict };
}

async function runUnder(
  fault: Fault,
  home: string,
  seed: number,
  reference: Reference,
): Promise<Verdict> {
  const { name, zh, en, count } = fault;
  return judged(name, `${zh} · ${en}`, async () => {
    const ground = await openGround({
      ...{ dir: join(home, name), startsAt: reference.round.startsAt, count, tell: say },
      ...{ chance: new Chance(seed).of(name), acts: reference.acts },
    });
    try {
      const wrong = await playUnder(fault, ground, reference, say);
      if (fault.meetsEveryStep !== true) return wrong;
      const missing = printCoverage(ground.meetings, stepsOfWorkflows(), (line) =>
        console.log(line),
      );
      return [...wrong, ...missing.map((step) => `not met: ${step}`)];
    } finally {
      await ground.close();
    }
  });
}

async function runTwoInstances(home: string, reference: Reference): Promise<Verdict> {
  const title =
    '一套 Temporal 与 Redis 上的两个实例互不相遇 · two instances on one Temporal and one Redis';
  return judged(TWO_INSTANCES, title, () =>
    playTwoInstances(join(home, TWO_INSTANCES), reference, say),
  );
}

/** Runs and times; what is thrown is wrong as well. */
async function judged(name: string, title: string, run: () => Promise<string[]>): Promise<Verdict> {
  console.log(`\n── ${name} · ${title}`);
  const beganAt = performance.now();
  const wrong = await run().catch((error: unknown) => [String(error)]);
  const seconds = (performance.now() - beganAt) / 1_000;
  const mark = wrong.length === 0 ? '✓ 账目相同 the same account' : '✗';
  console.log(`  ${mark} · ${seconds.toFixed(0)} s`);
  for (const line of wrong.slice(0, 30)) console.log(`      ${line}`);
  if (wrong.length > 30) console.log(`      … ${wrong.length - 30} more`);
  return { name, wrong, seconds };
}

function printVerdicts(verdicts: readonly Verdict[], seed: number): boolean {
  console.log('\n── 结果 verdicts');
  for (const { name, wrong, seconds } of verdicts) {
    const mark = wrong.length === 0 ? '✓' : '✗';
    console.log(`  ${mark} ${name.padEnd(18)} ${seconds.toFixed(0).padStart(5)} s`);
  }
  const failed = verdicts.filter(({ wrong }) => wrong.length > 0).map(({ name }) => name);
  if (failed.length === 0) return true;
  const again = failed[0] === 'undisturbed' ? '' : ` --only ${failed[0]}`;
  console.log(
    `\n未通过 failed: ${failed.join(', ')} · 重做 again: npm run faults --${again} --seed ${seed}`,
  );
  return false;
}

main().then(
  (holds) => {
    process.exitCode = holds ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
