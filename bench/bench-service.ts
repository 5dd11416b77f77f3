import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Actor } from '../demo/actor';
import { toInstant } from '../src/kernel/instant';
import { urlForRole } from '../src/platform/database/migrate';
import { foundFirstTenant } from '../src/service/found-first-tenant';
import { startService, type Service } from '../src/service/start-service';

/** A service for measuring, with its first administrator signed in. */
export interface BenchService {
  readonly service: Service;
  readonly url: string;
  readonly administrator: Actor;
  /** From nothing but the set-up to all processes ready, with the servers and the migrations. */
  readonly firstStartMs: number;
}

/** Starts the whole service as `npm start` does, every commit flushed to disk, in a rehearsal that begins at a moment. */
export async function startBenchService(dir: string, beginsAt: string): Promise<BenchService> {
  const beganAt = performance.now();
  const service = await startService({
    dir: join(dir, 'service'),
    mode: 'rehearsal',
    startsAt: toInstant(beginsAt),
  });
  const firstStartMs = performance.now() - beganAt;
  const password = randomBytes(12).toString('base64url');
  const account = { username: 'admin', password };
  const tenant = { kind: 'city', code: 'city', name: '本市', administrator: account } as const;
  await foundFirstTenant(urlForRole(service.servers.databaseUrl, 'yichuang_app'), tenant);
  const url = service.urls[0]!;
  const administrator = await Actor.signIn(url, 'admin', password, '系统管理员');
  return { service, url, administrator, firstStartMs };
}
