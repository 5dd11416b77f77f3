import pino, { type Logger } from 'pino';

/** Fields that never reach a log, however deep a caller puts them. */
const secrets = [
  'password',
  'token',
  'secret',
  'authorization',
  'creditCode',
  'accountNumber',
  'phone',
];

/** The log of this process: JSON lines on standard error, ids and codes only. */
export const log: Logger = pino(
  {
    level: 'info',
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    timestamp: pino.stdTimeFunctions.isoTime,
  },
  pino.destination({ dest: 2, sync: false }),
);

/** Refused credentials and refused access: kept apart from the audit log, which tells only of what was done. */
export const securityLog: Logger = log.child({ log: 'security' });

/** Says which process writes and how much; called once at start-up. */
export function setUpLog(processName: string, level: string): void {
  log.setBindings({ process: processName });
  log.level = level;
  securityLog.setBindings({ process: processName });
  securityLog.level = level === 'silent' ? 'silent' : 'warn';
}
