import { parseArgs } from 'node:util';

import globalSetup from '../support/global-setup';
import globalTeardown from '../support/global-teardown';
import { openStage } from '../support/stage';
import { PARALLEL, run, type Race } from './race';
import { races } from './races';

/** A stage of its own for so many trials, so that the last ones meet no fuller database than the first. */
const TRIALS_PER_STAGE = 50;
const SHOWN = 20;

/** Runs each race again and again: `--trials N` of each, a thousand by default; `--only NAME` one of them. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { trials: { type: 'string', default: '1000' }, only: { type: 'string' } },
  });
  const trials = Number(values.trials);
  if (!Number.isInteger(trials) || trials < 1) throw new Error('--trials N');
  const wanted = races.filter(({ name }) => values.only === undefined || values.only === name);
  if (wanted.length === 0) {
    const known = races.map(({ name }) => name).join(', ');
    throw new Error(`没有这项竞争 there is no such race; there are: ${known}`);
  }
  console.log(`${PARALLEL} 个并发请求 at once · 每项${trials}次 trials of each`);
  await globalSetup();
  try {
    let holds = true;
    for (const race of wanted) holds = (await runAll(race, trials)) && holds;
    return holds;
  } finally {
    await globalTeardown();
  }
}

async function runAll(race: Race, trials: number): Promise<boolean> {
  console.log(`\n── ${race.name} · ${race.zh} · ${race.en}`);
  const beganAt = performance.now();
  const wrong: string[] = [];
  for (let done = 0; done < trials;) {
    const some = Math.min(TRIALS_PER_STAGE, trials - done);
    wrong.push(...(await runOnStage(race, some)));
    done += some;
    const seconds = ((performance.now() - beganAt) / 1_000).toFixed(0);
    const state = wrong.length === 0 ? '✓ 各一次 one effect each' : `✗ ${wrong.length}`;
    console.log(`  ${String(done).padStart(6)} / ${trials}  ${seconds.padStart(5)} s  ${state}`);
  }
  for (const line of wrong.slice(0, SHOWN)) console.log(`      ${line}`);
  if (wrong.length > SHOWN) console.log(`      … ${wrong.length - SHOWN} more`);
  return wrong.length === 0;
}

async function runOnStage(race: Race, howMany: number): Promise<string[]> {
  const stage = await openStage({ startsAt: race.startsAt });
  try {
    const wrong: string[] = [];
    const trials = await (await race.prepare(stage))(howMany);
    for (const trial of trials) wrong.push(...(await run(race, trial)));
    await stage.settled();
    return wrong;
  } finally {
    await stage.close();
  }
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
