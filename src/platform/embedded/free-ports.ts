import { createServer, type AddressInfo, type Server } from 'node:net';

/** As many ports as the literal number N says; some number of them where it isn't literal. */
type Ports<N extends number, Built extends number[] = []> = number extends N
  ? number[]
  : Built['length'] extends N
    ? Built
    : Ports<N, [...Built, number]>;

/** `count` different ports of 127.0.0.1 that nobody listens on at this moment. */
export async function freePorts<N extends number>(count: N): Promise<Ports<N>> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(close));
  return ports as Ports<N>;
}

/**
 * The port that was asked for, or a free one.
 * @throws Error if someone listens on the one asked for: that server would answer in the place of ours
 */
export async function choosePort(wanted?: number): Promise<number> {
  if (wanted === undefined) return (await freePorts(1))[0];
  try {
    await close(await listen(wanted));
  } catch (error) {
    throw new Error(`Port ${wanted} of 127.0.0.1 can't be had.`, { cause: error });
  }
  return wanted;
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) =>
    server.close((error) => (error ? reject(error) : resolve())),
  );
}
