import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { projectRoot } from '../../src/platform/embedded';

const BUNDLE = `
  const [source, target] = process.argv.slice(1);
  require('@temporalio/worker')
    .bundleWorkflowCode({ workflowsPath: source })
    .then(({ code }) => require('node:fs').writeFileSync(target, code));`;

/** The workflows bundled from their sources; made anew when a source changed, in a process of its own. */
export async function workflowBundle(): Promise<{ code: string }> {
  const root = projectRoot();
  const folder = join(root, '.yichuang/test-bundles');
  const path = join(folder, `${hashOf([join(root, 'workflows'), join(root, 'src/kernel')])}.js`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const part = `${path}.${process.pid}`;
    const source = join(root, 'workflows/index.ts');
    await promisify(execFile)(process.execPath, ['--eval', BUNDLE, source, part], { cwd: root });
    renameSync(part, path);
  }
  return { code: readFileSync(path, 'utf8') };
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
