import { log } from './log';

/** Says that a process is ready: to its log, and to the process that started it, if one did. */
export function reportReady(
  process_: string,
  details: Readonly<Record<string, string>> = {},
): void {
  log.info({ ready: process_, ...details }, 'ready');
  process.send?.({ ready: process_, ...details });
}
