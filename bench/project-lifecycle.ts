import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runBare, scriptsOf } from './bare-lifecycle';
import { startBenchService } from './bench-service';
import { median, type BenchOptions, type Figure, type Line } from './figure';
import { PROJECTS, PROJECTS_BEGIN_AT, TwentyProjects } from './twenty-projects';

const NAMESPACE = 'default';
const KINDS = ['project', 'payment'];
const MOST = 1.5;

/**
 * Twenty projects at once from award to close, by everybody's requests, against bare workflows on the same servers that get as
 * many signals and do as many activities, each an empty transaction: what the product adds to what Temporal costs.
 */
export const projectLifecycle: Figure = {
  zh: `${PROJECTS} 个项目同时从立项到结项，与同样信号和活动的空工作流之比`,
  en: `${PROJECTS} projects at once from award to close, against empty workflows with the same signals and activities`,
  async measure({ pairs, dir }: BenchOptions, say) {
    const taken: Pair[] = [];
    for (let n = 1; n <= pairs; n += 1) {
      const pair = await measurePair(join(dir, String(n)));
      taken.push(pair);
      say(
        `${n}/${pairs}  ${seconds(pair.wholeMs)} s : ${seconds(pair.bareMs)} s = ${ratioOf(pair).toFixed(2)}  ` +
          `(${pair.signals} 个信号 signals, ${pair.activities} 次活动 activities)`,
      );
    }
    return linesOf(taken);
  },
};

interface Pair {
  readonly wholeMs: number;
  readonly bareMs: number;
  readonly signals: number;
  readonly activities: number;
}

async function measurePair(dir: string): Promise<Pair> {
  const { service, administrator } = await startBenchService(dir, PROJECTS_BEGIN_AT);
  try {
    const projects = await TwentyProjects.propose(administrator);
    const beganAt = performance.now();
    await projects.play();
    const wholeMs = performance.now() - beganAt;
    const { databaseUrl, temporalAddress } = service.servers;
    const place = { databaseUrl, temporalAddress, namespace: NAMESPACE };
    const scripts = await scriptsOf(place, KINDS);
    const bareMs = await runBare(place, scripts);
    const calls = scripts.flat();
    const activities = calls.reduce((sum, n) => sum + n, 0);
    return { wholeMs, bareMs, signals: calls.length, activities };
  } finally {
    await service.stop();
  }
}

function linesOf(taken: readonly Pair[]): Line[] {
  const middle = (of: (pair: Pair) => number) => median(taken.map(of));
  return [
    {
      zh: '比值（各对之中位数）',
      en: 'ratio (median of the pairs)',
      value: middle(ratioOf),
      unit: '',
      floor: { atMost: MOST },
    },
    {
      zh: '整套服务',
      en: 'whole service',
      value: middle(({ wholeMs }) => wholeMs) / 1000,
      unit: 's',
    },
    {
      zh: '空工作流',
      en: 'bare workflows',
      value: middle(({ bareMs }) => bareMs) / 1000,
      unit: 's',
    },
    { zh: '信号', en: 'signals', value: middle(({ signals }) => signals), unit: '' },
    { zh: '活动', en: 'activities', value: middle(({ activities }) => activities), unit: '' },
  ];
}

function ratioOf({ wholeMs, bareMs }: Pair): number {
  return wholeMs / bareMs;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
