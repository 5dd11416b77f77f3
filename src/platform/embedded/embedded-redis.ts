import { connect } from 'node:net';

import { choosePort } from './free-ports';
import { startServerProcess } from './server-process';
import { toolPath } from './tools';

/** Where Redis keeps its data and how it is run. */
export interface EmbeddedRedisOptions {
  /** Kept between starts unless `fast`. */
  dir: string;
  /** A free one unless given. */
  port?: number;
  /** For tests: nothing is written to disk. */
  fast?: boolean;
}

/** A Redis (or Valkey) that answers on 127.0.0.1. */
export interface EmbeddedRedis {
  url: string;
  port: number;
  stop: () => Promise<void>;
}

/**
 * Starts the Redis or Valkey that the set-up provided. It evicts nothing, as BullMQ demands.
 * @throws Error if it isn't set up, the folder is in use, or the server does not come up (its log is quoted)
 */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
  const port = await choosePort(options.port);
  const server = await startServerProcess({
    name: 'Redis',
    dir: options.dir,
    command: toolPath('redis'),
    args: [
      ...['--port', String(port)],
      ...['--bind', '127.0.0.1'],
      ...['--dir', options.dir],
      ...['--maxmemory-policy', 'noeviction'],
      ...['--appendonly', options.fast ? 'no' : 'yes'],
      ...['--save', ''],
    ],
    stopSignal: 'SIGTERM',
    ask: () => ping(port),
  });
  return { url: `redis://127.0.0.1:${port}`, port, stop: server.stop };
}

/** Rejects while the server loads its data: it answers LOADING then. */
function ping(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setEncoding('utf8').once('data', (answer: string) => {
      socket.destroy();
      if (answer.startsWith('+PONG')) resolve();
      else reject(new Error(`Redis answered ${answer}`));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('Redis hung up.')));
  });
}
