import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the workflows once, at build time: a bundle that fails fails the build, and every worker runs the same code. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(__dirname, '../workflows/index.js'),
  });
  await writeFile(join(__dirname, '../workflow-bundle.js'), code);
}

void main();
