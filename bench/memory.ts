import { execFileSync } from 'node:child_process';

/** Resident memory of a process in MB; 0 for one that has ended. */
export function residentMb(pid: number): number {
  try {
    const kb = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(kb.trim()) / 1024;
  } catch {
    return 0;
  }
}

/** Looks at a process again and again, and keeps the most that it held. */
export function watchMemory(pid: number): { stop(): number } {
  let most = residentMb(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, 500);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
