import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the service told when it was ready. It tells no address of its database. */
export interface OpenedService {
  readonly url: string;
  readonly temporalUiUrl: string | null;
  readonly administrator: { readonly username: string; readonly password: string };
  stop(): Promise<void>;
}

/** Starts a rehearsal of the service in a process of its own, on data that is thrown away at the end. */
export async function openService(
  startsAt: string,
  progress: (line: string) => void,
): Promise<OpenedService> {
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-demo-'));
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
    child.once('exit', (code) => reject(new Error(`the service ended (${code}) before it was ready`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...opened, stop };
}
