import { plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';

const url = { require_tld: false, require_protocol: true };

/**
 * What a process is told from outside, checked at start-up: a wrong value stops the process with the name of the variable,
 * never with its content.
 */
export class Settings {
  /** Postgres as the role of the application, which owns no table. */
  @IsUrl({ ...url, protocols: ['postgres', 'postgresql'] })
  DATABASE_URL!: string;

  /** Postgres as the role of the relay: it sees the outbox, positions and processes of all tenants, and nothing else. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['postgres', 'postgresql'] })
  DATABASE_RELAY_URL?: string;

  @IsUrl({ ...url, protocols: ['redis', 'rediss'] })
  REDIS_URL!: string;

  /** host:port of Temporal's frontend. */
  @IsString()
  @MinLength(3)
  TEMPORAL_ADDRESS!: string;

  @IsString()
  @MaxLength(100)
  TEMPORAL_NAMESPACE: string = 'default';

  @IsString()
  HTTP_HOST: string = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65535)
  HTTP_PORT: number = 3000;

  @IsInt()
  @Min(2)
  @Max(100)
  DATABASE_POOL: number = 12;

  /** Where attachments are kept when there is no object store, and the local outbox of mail. */
  @IsString()
  @MinLength(1)
  DATA_DIR!: string;

  /** smtp://… or smtps://…; without it mail is written into DATA_DIR/mail as .eml files. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['smtp', 'smtps'] })
  SMTP_URL?: string;

  @IsString()
  @MaxLength(200)
  MAIL_FROM: string = 'yichuang@localhost';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL: string = 'info';

  /** How often the reconciler reads the register of processes, in milliseconds of true time. */
  @IsInt()
  @Min(100)
  @Max(600_000)
  RECONCILE_EVERY_MS: number = 15_000;
}

/** Thrown at start-up; names the variables that are missing or wrong, never their values. */
export class SettingsError extends Error {}

/**
 * Reads the settings of this process.
 * @throws SettingsError
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const known = Object.keys(Object.assign(new Settings(), environmentTemplate));
  const given = Object.fromEntries(
    known.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value] as const];
    }),
  );
  const settings = plainToInstance(Settings, given, {
    enableImplicitConversion: true,
    exposeDefaultValues: true,
  });
  const faults = validateSync(settings, { skipMissingProperties: false });
  if (faults.length > 0) {
    const lines = faults.map(
      (fault) => `${fault.property}: ${Object.keys(fault.constraints ?? {}).join(', ')}`,
    );
    throw new SettingsError(`settings are missing or wrong:\n  ${lines.join('\n  ')}`);
  }
  return settings;
}

// Class fields without a default do not exist on an instance, so the names are listed once here.
const environmentTemplate = {
  DATABASE_URL: '',
  DATABASE_RELAY_URL: '',
  REDIS_URL: '',
  TEMPORAL_ADDRESS: '',
  DATA_DIR: '',
  SMTP_URL: '',
};
