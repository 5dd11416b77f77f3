/** What `npm start` and the demo may be told from outside; everything has a default. */
export interface StandaloneSettings {
  /** The owner's address of a Postgres to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly httpPort: number | undefined;
  readonly logLevel: string;
}

/** Reads them. */
export function readStandaloneSettings(): StandaloneSettings {
  const { DATABASE_URL, REDIS_URL, TEMPORAL_ADDRESS, HTTP_PORT, LOG_LEVEL } = process.env;
  return {
    databaseUrl: DATABASE_URL || undefined,
    redisUrl: REDIS_URL || undefined,
    temporalAddress: TEMPORAL_ADDRESS || undefined,
    httpPort: HTTP_PORT ? Number(HTTP_PORT) : undefined,
    logLevel: LOG_LEVEL || 'warn',
  };
}

/** The environment for a child process: ours, and what it is told. */
export function environmentWith(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}
