/**
 * Fails when a committed file names a host that is not ours: a page that loads something from elsewhere does not work in a
 * district's closed network, and tells somebody else who reads it.
 *
 *   node scripts/check-hosts.mjs
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './lib/paths.mjs';

/** Hosts that may be named, and why. */
const ALLOWED = [
  // This machine, and the names that RFC 2606 keeps for examples.
  /^(127\.0\.0\.1|\[::1\])$/,
  /(^|\.)(example|test|invalid|localhost)$/,
  /(^|\.)example\.(com|net|org)$/,
  // A name without a dot lives in the same network: a service of docker-compose.yml.
  /^[a-z0-9-]+$/,
  // Names of schemas and of the licence, which nobody fetches.
  /^schemas\.openxmlformats\.org$/,
  /^(json-schema\.org|swc\.rs|www\.apache\.org)$/,
];

/** npm writes it, with the addresses where each package asks for money. */
const WRITTEN_BY_NPM = 'package-lock.json';

const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@'"`]*@)?(\[[0-9a-f:]+\]|[a-z0-9.-]*[a-z0-9])/gi;

function committedFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && file !== WRITTEN_BY_NPM);
}

function foreignHosts(file) {
  const path = join(ROOT, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(ADDRESS)]
        .filter(([, host]) => !ALLOWED.some((allowed) => allowed.test(host.toLowerCase())))
        .map(([address]) => `${file}:${i + 1} names ${address}`),
    );
}

const found = committedFiles().flatMap(foreignHosts);
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exitCode = 1;
}
