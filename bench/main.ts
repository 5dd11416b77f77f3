import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/platform/embedded';
import { holds, type Figure, type Line } from './figure';
import { projectLifecycle } from './project-lifecycle';
import { rankAllocate } from './rank-allocate';
import { readPages } from './read-pages';
import { submittedBids } from './submitted-bids';

/** Everything that is measured, by the name that `--only` takes. */
const figures: Readonly<Record<string, Figure>> = {
  'submitted-bids': submittedBids,
  'read-pages': readPages,
  'project-lifecycle': projectLifecycle,
  'rank-allocate': rankAllocate,
};

/** Measures, prints, and ends with status 1 when a promise is not kept. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      pairs: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '10' },
      json: { type: 'string' },
    },
  });
  const names = values.only === undefined ? Object.keys(figures) : [values.only];
  const unknown = names.filter((name) => !Object.hasOwn(figures, name));
  if (unknown.length > 0) {
    throw new Error(`没有这项 no such figure: ${unknown.join()} (${Object.keys(figures).join()})`);
  }
  const results: Record<string, readonly Line[]> = {};
  for (const name of names) {
    results[name] = await measure(figures[name]!, Number(values.pairs), Number(values.seconds));
  }
  const machine = machineOf();
  print(results, machine);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
  if (!Object.values(results).flat().every(holds)) process.exitCode = 1;
}

async function measure(figure: Figure, pairs: number, seconds: number): Promise<readonly Line[]> {
  const beganAt = performance.now();
  const dir = mkdtempSync(join(projectRoot(), '.yichuang', 'bench-'));
  console.log(`\n${figure.zh}\n${figure.en}`);
  try {
    return await figure.measure({ pairs, seconds, dir }, (line) => {
      const at = ((performance.now() - beganAt) / 1000).toFixed(1).padStart(6);
      console.log(`${at} s  ${line}`);
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly commit: string;
}

function machineOf(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? '?',
    cores: cores.length,
    node: process.version,
    commit: commit(),
  };
}

function commit(): string {
  try {
    const options = { cwd: projectRoot(), encoding: 'utf8' } as const;
    return execFileSync('git', ['describe', '--always', '--dirty'], options).trim();
  } catch {
    return '?'; // A copy without its history measures just as well.
  }
}

function print(results: Record<string, readonly Line[]>, machine: Machine): void {
  const { cpu, cores, node, commit: at } = machine;
  console.log(`\n${cores} × ${cpu} · Node ${node} · ${at}`);
  console.log('负载与服务同机 the load came from the same machine\n');
  for (const [name, lines] of Object.entries(results)) {
    console.log(`${figures[name]!.zh}  ${figures[name]!.en}`);
    for (const line of lines) console.log(`  ${lineText(line)}`);
    console.log();
  }
}

function lineText(line: Line): string {
  const { zh, en, value, unit, floor } = line;
  const shown = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`.padStart(14);
  if (floor === undefined) return `${shown}   ${zh} ${en}`;
  const promise = 'atLeast' in floor ? `≥ ${floor.atLeast}` : `≤ ${floor.atMost}`;
  return `${shown}   ${zh} ${en} (${promise}: ${holds(line) ? '达到 kept' : '未达到 MISSED'})`;
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
