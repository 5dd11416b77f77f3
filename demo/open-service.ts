import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the service told when it was ready. It tells no address of its database. */
export interface OpenedService {
  readonly url: string;
  readonly temporalUiUrl: string | null;
  readonly administrator: { readonly username: string; readonly password: string };
  stop(): Promise<void>;
}

/** Starts a rehearsal of the service in a process of its own. Its data stays until the next demonstration. */
export async function openService(
  startsAt: string,
  progress: (line: string) => void,
): Promise<OpenedService> {
  const dir = newFolder();
  const script = join(__dirname, '../src/standalone.js');
  const child = fork(script, ['--rehearsal', startsAt, '--dir', dir], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A Ctrl-C at the terminal is for the demo, which then stops the service in order.
    detached: true,
  });
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) progress(line.trim());
  });
  const opened = await new Promise<Omit<OpenedService, 'stop'>>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Omit<OpenedService, 'stop'>));
    child.once('exit', (code) =>
      reject(new Error(`the service ended (${code}) before it was ready`)),
    );
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { ...opened, stop };
}

/** A folder of this run's own; those of earlier runs that have ended are removed. */
function newFolder(): string {
  const home = join(__dirname, '../../.yichuang');
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    const pid = /^demo-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(home, name), { recursive: true, force: true });
    }
  }
  return join(home, `demo-${process.pid}`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
