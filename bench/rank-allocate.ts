import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median, type Figure } from './figure';
import type { RankAllocateRun } from './rank-allocate-run';

/** What is promised of one lot of 100,000 bids, on one core. */
const MOST_SECONDS = 1;
const MOST_MB = 1_000;
const MOST_VALIDATION_MS = 10;

/**
 * From the sheets of a hundred thousand bids to their awards. The reference is reading the same sheets from their JSON text, which
 * nobody who ranks them can leave out and which is nothing of ours.
 */
export const rankAllocate: Figure = {
  zh: '排名与分配：十万件申报，每件七张评分表、十个评分项；规则校验',
  en: 'Ranking and allocating: 100,000 bids with seven sheets of ten criteria each; validating rules',
  async measure({ pairs }, say) {
    const runs: RankAllocateRun[] = [];
    for (let n = 1; n <= pairs; n += 1) {
      const run = await runOnce();
      runs.push(run);
      const { aggregatedMs, rankedMs, allocatedMs, ranMs, parsedMs } = run;
      const parts = [aggregatedMs, rankedMs, allocatedMs].map((ms) => ms.toFixed(0)).join(' + ');
      say(
        `${n}/${pairs}  ${parts} ms : ${parsedMs.toFixed(0)} ms = ${(ranMs / parsedMs).toFixed(2)}`,
      );
    }
    const of = (pick: (run: RankAllocateRun) => number) => median(runs.map(pick));
    return [
      {
        ...{ zh: '汇总、排名与分配，单核', en: 'aggregating, ranking, allocating, on one core' },
        ...{ unit: 's', value: of(({ ranMs }) => ranMs / 1000), floor: { atMost: MOST_SECONDS } },
      },
      {
        ...{ zh: '同上，按时钟', en: 'the same by the clock', unit: 's' },
        value: of(({ clockMs }) => clockMs / 1000),
      },
      {
        ...{ zh: '与读入同样评分表之比', en: 'against reading the same sheets', unit: '' },
        value: of(({ ranMs, parsedMs }) => ranMs / parsedMs),
      },
      {
        ...{ zh: '内存峰值', en: 'the most memory', unit: 'MB' },
        ...{
          value: Math.max(...runs.map(({ residentMb }) => residentMb)),
          floor: { atMost: MOST_MB },
        },
      },
      {
        ...{ zh: '校验一份规则', en: 'validating a rule set', unit: 'ms' },
        ...{ value: of(({ validatedMs }) => validatedMs), floor: { atMost: MOST_VALIDATION_MS } },
      },
      {
        ...{ zh: '启动后第一次校验', en: 'the first after a start', unit: 'ms' },
        value: of(({ firstValidatedMs }) => firstValidatedMs),
      },
    ];
  },
};

/** One run in a process of its own, on one thread: what V8 would do beside it on another core counts as well. */
async function runOnce(): Promise<RankAllocateRun> {
  const child = fork(join(__dirname, 'rank-allocate-run.js'), [], {
    execArgv: ['--single-threaded', '--expose-gc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as RankAllocateRun));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the run ended (${code})`)));
  });
}
