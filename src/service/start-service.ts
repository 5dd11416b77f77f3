import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../kernel/instant';
import { prepareDatabase } from '../migrate';
import { environmentWith } from '../platform/config/standalone-settings';
import { urlForRole } from '../platform/database/migrate';
import { freePorts, projectRoot } from '../platform/embedded';
import { startServers, type ServerAddresses, type Servers } from './start-servers';
import { Supervised } from './supervised';

/** How the service is to run. */
export interface ServiceOptions {
  /** Everything is kept below this folder. */
  readonly dir: string;
  readonly mode: 'production' | 'rehearsal';
  /** Rehearsal only: legal time at the first start. */
  readonly startsAt?: Instant;
  /** Servers to use instead of embedded ones. */
  readonly given?: Partial<ServerAddresses>;
  readonly httpPort?: number;
  readonly logLevel?: string;
  /** For tests: embedded servers that flush nothing to disk. */
  readonly fast?: boolean;
  /** How many processes of each kind; one by default. */
  readonly count?: { readonly api?: number; readonly worker?: number; readonly relay?: number };
  /** What a process is told otherwise than the rest, by its name (`api`, `worker-2`): a test puts something in its way. */
  readonly instead?: (
    name: string,
    settings: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
  /** Told what happens. */
  readonly progress?: (line: string) => void;
}

/** The whole service, running. */
export interface Service {
  /** Where each API process listens. */
  readonly urls: readonly string[];
  readonly servers: Servers;
  readonly api: readonly Supervised[];
  readonly worker: readonly Supervised[];
  readonly relay: readonly Supervised[];
  stop(): Promise<void>;
}

/** Starts servers where none are given, migrates, and starts the three processes; settles when all are ready. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { dir, progress = () => undefined } = options;
  mkdirSync(dir, { recursive: true });
  const servers = await startServers(dir, options.given ?? {}, options.fast ?? false, progress);
  try {
    await prepareDatabase(servers.databaseUrl, { mode: options.mode, startsAt: options.startsAt });
    progress('database ready');
    return await startProcesses(options, servers);
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

async function startProcesses(options: ServiceOptions, servers: Servers): Promise<Service> {
  const { api: apis = 1, worker: workers = 1, relay: relays = 1 } = options.count ?? {};
  const ports = await freePorts(apis);
  if (options.httpPort !== undefined) ports[0] = options.httpPort;
  const plan = (name: string, script: string, extra: Record<string, string> = {}) => {
    const settings = { ...settingsFor(options, servers), ...extra };
    return new Supervised({
      name,
      script: join(projectRoot(), 'dist/src', script),
      nodePath: process.execPath,
      environment: environmentWith({ ...settings, ...options.instead?.(name, settings) }),
      logFile: join(options.dir, `${name}.log`),
    });
  };
  const numbered = (count: number, make: (n: number) => Supervised) =>
    Array.from({ length: count }, (_, n) => make(n));
  const suffix = (n: number) => (n === 0 ? '' : `-${n + 1}`);
  const api = numbered(apis, (n) =>
    plan(`api${suffix(n)}`, 'main.js', { HTTP_PORT: String(ports[n]) }),
  );
  const worker = numbered(workers, (n) => plan(`worker${suffix(n)}`, 'worker.js'));
  const relay = numbered(relays, (n) => plan(`relay${suffix(n)}`, 'relay.js'));
  const all = [...api, ...worker, ...relay];
  const stop = async () => {
    await Promise.all(all.map((process_) => process_.stop()));
    await servers.stop();
  };
  try {
    const ready = await Promise.all(all.map((process_) => process_.start()));
    options.progress?.('api, worker and relay ready');
    const urls = ready.slice(0, apis).map(({ url }) => url!);
    return { urls, servers, api, worker, relay, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settingsFor(options: ServiceOptions, servers: Servers): Record<string, string> {
  return {
    DATABASE_URL: urlForRole(servers.databaseUrl, 'yichuang_app'),
    DATABASE_RELAY_URL: urlForRole(servers.databaseUrl, 'yichuang_relay'),
    REDIS_URL: servers.redisUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    DATA_DIR: join(options.dir, 'files'),
    LOG_LEVEL: options.logLevel ?? 'warn',
    // Off the embedded cluster's own variables, and quiet about features we do not use.
    NODE_ENV: 'production',
  };
}
