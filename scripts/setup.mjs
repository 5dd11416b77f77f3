import { pathToFileURL } from 'node:url';

import { build } from './lib/build.mjs';
import { dependencies } from './lib/dependencies.mjs';
import { withLock } from './lib/lock.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { say, timed } from './lib/progress.mjs';
import { toolStep } from './lib/tools.mjs';

const OLDEST_NODE = [20, 19];

/** Everything a command may need besides the npm packages, which all need. */
const STEPS = {
  redis: toolStep('redis'),
  temporal: toolStep('temporal'),
  temporalTestServer: toolStep('temporalTestServer'),
  build,
};

/**
 * Sees to it that the npm packages and what `needs` names are there; does nothing and says nothing when they are.
 * @param {(keyof typeof STEPS)[]} needs
 */
export async function ensureSetUp(needs) {
  requireNode();
  const steps = [dependencies, ...needs.map((need) => STEPS[need])];
  if (steps.every((step) => step.isDone())) return;
  await withLock(() => setUp(steps.filter((step) => !step.isDone())));
}

async function setUp(steps) {
  if (steps.includes(dependencies))
    say('第一次运行需要下载，请稍等 downloading what is missing, once …');
  // Downloads wait for the network, so they go side by side; the build needs their result.
  await allTimed(steps.filter((step) => step !== build));
  await allTimed(steps.filter((step) => step === build));
}

/** Waits for all even if one fails: nothing may go on once the lock is given back. */
async function allTimed(steps) {
  const results = await Promise.allSettled(steps.map((step) => timed(step.title, step.run)));
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Problem(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更高版本，现在是 ${process.versions.node}。`,
    `Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(() => ensureSetUp(Object.keys(STEPS)));
}
