import { spawn } from 'node:child_process';

import { ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';

// The beginning says what went wrong more often than the end does, and npm and pip put their advice between.
const QUOTED_LINES = 20;

/**
 * Runs a command in the project's folder and keeps its output to itself, unless it fails.
 * @returns what it printed
 * @throws Problem with the beginning and the end of its output
 */
export async function runQuietly(command, args, env = process.env) {
  const { status, output } = await capture(command, args, env);
  if (status === 0) return output;
  const line = [command, ...args].join(' ');
  throw new Problem(`命令失败：${line}`, `This command failed: ${line}\n${quote(output)}`);
}

function quote(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 2 * QUOTED_LINES) return lines.join('\n');
  return [...lines.slice(0, QUOTED_LINES), '…', ...lines.slice(-QUOTED_LINES)].join('\n');
}

/** What a command printed, or undefined where it can't be run or fails. */
export async function outputOf(command, args) {
  const { status, output } = await capture(command, args, process.env);
  return status === 0 ? output : undefined;
}

/** Runs a command in the project's folder; gives its status and what it printed, both streams in one. */
export function capture(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ status: undefined, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}
