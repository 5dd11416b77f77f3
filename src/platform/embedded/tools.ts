import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The programs that the set-up script finds or fetches; it writes their places into `.yichuang/tools.json`. */
export type Tool = 'redis' | 'temporal' | 'temporalTestServer';

/**
 * The folder of package.json, seen from the sources as from dist/.
 * @throws Error outside of a project
 */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${__dirname}.`);
    folder = parent;
  }
  return folder;
}

/**
 * Where a program lies.
 * @throws Error if the set-up hasn't provided it
 */
export function toolPath(tool: Tool): string {
  const place = readPlaces()[tool];
  const path = place && resolve(projectRoot(), place);
  if (!path || !existsSync(path)) {
    throw new Error(`The program "${tool}" isn't set up; run: npm run setup`);
  }
  return path;
}

function readPlaces(): Partial<Record<Tool, string>> {
  const file = join(projectRoot(), '.yichuang', 'tools.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Tool, string>>)
    : {};
}
