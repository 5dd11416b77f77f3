import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How to run a command that refuses to be run by root. */
export interface Unprivileged {
  /** Undefined where this process is not root: the command then runs as whoever we are. */
  user?: { uid: number; gid: number };
  /** Set where `user` could not reach the files by itself: a command put before the command, which then sets the user. */
  prefix: string[];
}

const USER_NAME = 'postgres';
// Bits of the capability sets in /proc/self/status (capabilities(7)), the narrower one first.
const CAPABILITIES = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

/**
 * Finds the user under which a server may run that refuses root (Postgres). A clone under a folder that only root may enter
 * (root's home, a `mktemp -d`) is out of that user's reach; there it gets the right to pass folders, and nothing else of root's.
 * @param paths what the user has to reach
 * @param log told when a system user has to be made
 */
export function unprivileged(paths: string[], log: (line: string) => void): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = findUser() ?? makeUser(log);
  if (paths.every((path) => canReach(path, user))) return { user, prefix: [] };
  const capability = passingCapability();
  return {
    user,
    prefix: [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      // Without this, access(2) leaves capabilities aside for any user but root, and Postgres finds its programs by access(2).
      '--securebits=+no_setuid_fixup',
    ],
  };
}

/** A program and its arguments, to be run as the user found. */
export interface Command {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/** The command that runs a program as that user. */
export function commandFor(
  { user, prefix }: Unprivileged,
  program: string,
  args: string[],
): Command {
  const [wrapper, ...wrapperArgs] = prefix;
  return wrapper
    ? { command: wrapper, args: [...wrapperArgs, program, ...args] }
    : { command: program, args, ...user };
}

/**
 * Runs a command that ends by itself.
 * @throws Error with all that it printed, if it fails
 */
export function runToEnd(
  { command, args, ...user }: Command,
  env: Record<string, string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...user, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} failed:\n${output}`));
    });
  });
}

function findUser(): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${USER_NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function makeUser(log: (line: string) => void): { uid: number; gid: number } {
  log(`Postgres refuses to run as root: making the system user "${USER_NAME}" for it.`);
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER_NAME],
    { encoding: 'utf8' },
  );
  const user = findUser();
  if (!user) {
    throw new Error(
      `Postgres refuses to run as root and the user "${USER_NAME}" could not be made (${made.stderr || made.error?.message}). ` +
        'Run as another user, or give DATABASE_URL.',
    );
  }
  return user;
}

function canReach(path: string, user: { uid: number; gid: number }): boolean {
  const parent = dirname(path);
  if (parent === path) return true;
  const { mode, uid, gid } = statSync(parent);
  const executeBit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & executeBit) !== 0 && canReach(parent, user);
}

function passingCapability(): string {
  const held = BigInt(
    `0x${/^CapEff:\s*(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`,
  );
  const found = CAPABILITIES.find(({ bit }) => (held >> bit) & 1n);
  if (!found) {
    throw new Error(
      'Postgres refuses to run as root, and its own user cannot enter this folder. ' +
        'Run as another user, put the project in a folder that others may enter, or give DATABASE_URL.',
    );
  }
  return found.name;
}
