import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process named so that a later process with the same number is not taken for it. */
export interface ProcessName {
  pid: number;
  birth: string;
}

/** When a running process began, as text that only compares; undefined where no such process runs. */
export function birthOf(pid: number): string | undefined {
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid);
}

/** The name of a running process; throws where it does not run. */
export function nameProcess(pid: number): ProcessName {
  const birth = birthOf(pid);
  if (birth === undefined) throw new Error(`No process ${pid} is running.`);
  return { pid, birth };
}

/** Whether this very process still runs, and not another with its number. */
export function isRunning({ pid, birth }: ProcessName): boolean {
  return birthOf(pid) === birth;
}

function birthFromProc(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command stands in parentheses and may hold spaces, so fields are counted behind the last ')': state first, start 20th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

function birthFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() || undefined;
}
