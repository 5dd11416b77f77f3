import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { choosePort } from './free-ports';
import { startServerProcess } from './server-process';
import { toolPath } from './tools';

/** Where Temporal keeps its data and how it is run. */
export interface EmbeddedTemporalOptions {
  /** For its log and its record. */
  dir: string;
  /** Kept between starts; made where missing. Without it everything is in memory and ends with the server. */
  dbFile?: string;
  /** Free ones unless given. */
  port?: number;
  uiPort?: number;
  /** Settings of the server that are not its defaults, such as a limit that a test wants to meet soon. */
  dynamicConfig?: Readonly<Record<string, number>>;
}

/** A Temporal development server that answers on 127.0.0.1 and has the namespace `default`. */
export interface EmbeddedTemporal {
  address: string;
  port: number;
  uiUrl: string;
  stop: () => Promise<void>;
}

const NAMESPACE = 'default';

/**
 * Starts the development server of the Temporal command line that the set-up provided.
 * @throws Error if it isn't set up, the folder is in use, or the server does not come up (its log is quoted)
 */
export async function startEmbeddedTemporal(
  options: EmbeddedTemporalOptions,
): Promise<EmbeddedTemporal> {
  const port = await choosePort(options.port);
  const uiPort = await choosePort(options.uiPort);
  const httpPort = await choosePort();
  const address = `127.0.0.1:${port}`;
  if (options.dbFile) mkdirSync(dirname(options.dbFile), { recursive: true });
  const server = await startServerProcess({
    name: 'Temporal',
    dir: options.dir,
    command: toolPath('temporal'),
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1'],
      ...['--port', String(port), '--ui-port', String(uiPort), '--http-port', String(httpPort)],
      ...['--namespace', NAMESPACE],
      ...['--log-level', 'error'],
      // Without a configuration of the operator's, which may name another server.
      ...['--disable-config-file', '--disable-config-env'],
      ...(options.dbFile ? ['--db-filename', options.dbFile] : []),
      ...Object.entries(options.dynamicConfig ?? {}).flatMap(([name, value]) => [
        '--dynamic-config-value',
        `${name}=${value}`,
      ]),
    ],
    env: { HOME: options.dir },
    stopSignal: 'SIGTERM',
    ask: () => askForNamespace(httpPort),
  });
  return { address, port, uiUrl: `http://127.0.0.1:${uiPort}`, stop: server.stop };
}

/**
 * The server answers some time before its namespace is there, and is of no use until then. Its HTTP door is asked, and not
 * @temporalio/client, whose loading would cost every test run a third of a second.
 */
async function askForNamespace(httpPort: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${httpPort}/api/v1/namespaces/${NAMESPACE}`);
  await response.text();
  if (!response.ok) throw new Error(`The namespace isn't there yet: ${response.status}.`);
}
