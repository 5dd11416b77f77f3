import { join } from 'node:path';
import {
  startEmbeddedPostgres,
  startEmbeddedRedis,
  startEmbeddedTemporal,
  type EmbeddedTemporal,
} from '../platform/embedded';

/** Where the three servers are. */
export interface ServerAddresses {
  /** The owner's. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly temporalAddress: string;
}

/** The servers, some of them perhaps ours to stop. */
export interface Servers extends ServerAddresses {
  /** Only of an embedded Temporal. */
  readonly temporalUiUrl: string | null;
  readonly embedded: { stopTemporal(): Promise<void>; startTemporal(): Promise<void> };
  stop(): Promise<void>;
}

/** Starts the servers that are not given, all at once. */
export async function startServers(
  dir: string,
  given: Partial<ServerAddresses>,
  fast: boolean,
  progress: (line: string) => void,
): Promise<Servers> {
  const began = async <T>(name: string, start: Promise<T>): Promise<T> => {
    const server = await start;
    progress(`${name} ready`);
    return server;
  };
  const temporalOptions = { dir: join(dir, 'temporal'), dbFile: join(dir, 'temporal/temporal.db') };
  const [postgres, redis, temporal] = await Promise.all([
    given.databaseUrl
      ? null
      : began('Postgres', startEmbeddedPostgres({ dataDir: join(dir, 'postgres'), fast })),
    given.redisUrl ? null : began('Redis', startEmbeddedRedis({ dir: join(dir, 'redis'), fast })),
    given.temporalAddress ? null : began('Temporal', startEmbeddedTemporal(temporalOptions)),
  ]);
  let current: EmbeddedTemporal | null = temporal;
  return {
    databaseUrl: given.databaseUrl ?? postgres!.url,
    redisUrl: given.redisUrl ?? redis!.url,
    temporalAddress: given.temporalAddress ?? temporal!.address,
    temporalUiUrl: temporal?.uiUrl ?? null,
    embedded: {
      stopTemporal: async () => {
        await current?.stop();
        current = null;
      },
      startTemporal: async () => {
        if (temporal === null) return;
        current = await startEmbeddedTemporal({ ...temporalOptions, port: temporal.port });
      },
    },
    stop: async () => {
      await Promise.all([current?.stop(), redis?.stop(), postgres?.stop()]);
    },
  };
}
