/**
 * Runs every quality gate and tells of each whether it holds and how long it took; what a gate has to say is shown only when
 * it fails. All of them run even when one fails.
 *
 *   npm run check
 */
import { cpus } from 'node:os';
import { join } from 'node:path';

import { ROOT } from './lib/paths.mjs';
import { capture } from './lib/run-quietly.mjs';

const bin = (path) => join(ROOT, 'node_modules', path);
const script = (name) => join(ROOT, 'scripts', name);

/** Title, program, arguments: the slowest first, so that the last one waits for nobody. */
const GATES = [
  ['代码规则 eslint', bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  ['类型 tsc', bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false'],
  ['排版 prettier', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['类型 tsc lint/', bin('typescript/bin/tsc'), '-p', 'lint'],
  ['依赖方向 dependency-cruiser', bin('dependency-cruiser/bin/dependency-cruise.mjs'), '.'],
  ['无用之物 knip', bin('knip/bin/knip.js'), '--no-config-hints'],
  ['规则集类型 rule-set.types.ts', script('make-rule-set-types.mjs'), '--check'],
  ['节假日 holiday-notices.json', script('make-calendar.mjs'), '--check'],
  ['外部主机 other hosts', script('check-hosts.mjs')],
];

const AT_ONCE = Math.min(2, cpus().length);

async function run([title, ...args]) {
  const begun = performance.now();
  const { status, output } = await capture(process.execPath, args, process.env);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const holds = status === 0;
  console.log(`${holds ? '✓' : '✗'} ${title} ${seconds} s`);
  if (!holds) console.log(output.trimEnd().replace(/^(?=.)/gm, '    '));
  return holds;
}

/** Takes gates from the common row until it is empty; gives back the titles of those that fail. */
async function runFrom(row) {
  const failed = [];
  for (let gate = row.shift(); gate !== undefined; gate = row.shift()) {
    if (!(await run(gate))) failed.push(gate[0]);
  }
  return failed;
}

const row = [...GATES];
const failed = (await Promise.all(Array.from({ length: AT_ONCE }, () => runFrom(row)))).flat();
if (failed.length > 0) {
  console.error(`\n未通过 failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
