import { spawn } from 'node:child_process';

// `read` returns when the pipe closes, and the system closes it with this process, even at SIGKILL.
const WATCH = 'read -r nothing; kill -s "$1" "$0"';

/**
 * Lets a process get `signal` when this process ends, however it ends. No signal handler of our own is needed for it, which
 * would change what Ctrl-C does to the application around us.
 * @returns the way to call it off, once the process has ended
 */
export function stopWithParent(pid: number, signal: NodeJS.Signals): () => void {
  const watcher = spawn('sh', ['-c', WATCH, String(pid), signal.replace('SIG', '')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  return () => watcher.kill('SIGKILL');
}
