import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

import { NODE, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { ensureSetUp } from './setup.mjs';

const SERVERS = ['redis', 'temporal'];

/** What each command needs set up, and the script that Node 24 then runs, with its arguments. */
const COMMANDS = {
  build: { needs: [...SERVERS, 'build'], run: ['--eval', ''] },
  start: { needs: [...SERVERS, 'build'], run: ['dist/src/standalone.js'] },
  demo: { needs: [...SERVERS, 'build'], run: ['dist/demo/main.js'] },
  bench: { needs: [...SERVERS, 'build'], run: ['dist/bench/main.js'] },
  rounds: { needs: ['build'], run: ['dist/rounds/main.js'] },
  check: { needs: [], run: ['scripts/check.mjs'] },
  verify: { needs: [...SERVERS, 'build'], run: ['dist/src/verify-database.js'] },
  histories: {
    needs: [...SERVERS, 'build'],
    run: ['--require', './test/support/run-typescript.cjs', 'test/replay/record-histories.ts'],
  },
  faults: {
    needs: [...SERVERS, 'build'],
    run: ['--require', './test/support/run-typescript.cjs', 'test/faults/main.ts'],
  },
  races: {
    needs: SERVERS,
    run: ['--require', './test/support/run-typescript.cjs', 'test/races/main.ts'],
  },
  // Some tests run the service in its own processes, from dist/.
  test: {
    needs: [...SERVERS, 'temporalTestServer', 'build'],
    run: ['node_modules/jest/bin/jest.js'],
  },
};

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new Problem(
      `没有这个命令，可用的有：${known}`,
      `There is no such command; there are: ${known}`,
    );
  }
  await ensureSetUp(command.needs);
  await runOnNode([...command.run, ...args]);
}

/** Runs a script as if in the place of this process: its terminal, its signals, its end. */
function runOnNode(args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${dirname(NODE)}${delimiter}${process.env.PATH}` };
    const child = spawn(NODE, args, { cwd: ROOT, env, stdio: 'inherit' });
    const forward = (signal) => {
      // A terminal gives Ctrl-C to all of us; passed on once more it would look like the second, impatient one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      process.exitCode = status ?? 128 + constants.signals[signal];
      resolve();
    });
  });
}

await runMain(main);
