import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toInstant } from './kernel/instant';
import { readStandaloneSettings } from './platform/config/standalone-settings';
import { urlForRole } from './platform/database/migrate';
import { projectRoot } from './platform/embedded';
import { untilStopped } from './platform/telemetry/until-stopped';
import { foundFirstTenant } from './service/found-first-tenant';
import { noteAddresses } from './service/addresses';
import { startService } from './service/start-service';

/** What is told to the process that started this one, if one did. */
export interface Opened {
  readonly url: string;
  readonly temporalUiUrl: string | null;
  /** Null where the tenant was there already. */
  readonly administrator: { readonly username: string; readonly password: string } | null;
}

/**
 * The service alone, by one command: data below .yichuang/data, the first administrator printed once. With `--rehearsal MOMENT`
 * legal time begins there and can be moved; `--dir` keeps the data elsewhere.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rehearsal: { type: 'string' }, dir: { type: 'string' }, fast: { type: 'boolean' } },
  });
  const { databaseUrl, redisUrl, temporalAddress, httpPort, logLevel } = readStandaloneSettings();
  const startsAt = values.rehearsal === undefined ? undefined : toInstant(values.rehearsal);
  const dir = values.dir ?? join(projectRoot(), '.yichuang/data');
  const service = await startService({
    dir,
    mode: startsAt === undefined ? 'production' : 'rehearsal',
    startsAt,
    given: { databaseUrl, redisUrl, temporalAddress },
    httpPort,
    logLevel,
    fast: values.fast,
    progress: (line) => console.log(`  · ${line}`),
  });
  const administrator = { username: 'admin', password: randomBytes(15).toString('base64url') };
  const tenant = { kind: 'city', code: 'city', name: '本市', administrator } as const;
  const noted = noteAddresses(dir, service.servers);
  const isNew = await foundFirstTenant(
    urlForRole(service.servers.databaseUrl, 'yichuang_app'),
    tenant,
  );
  const opened: Opened = {
    url: service.urls[0]!,
    temporalUiUrl: service.servers.temporalUiUrl,
    administrator: isNew ? administrator : null,
  };
  if (process.send === undefined) printOpened(opened);
  else process.send(opened);
  await untilStopped();
  noted.forget();
  await service.stop();
  // The channel to the process that started this one would keep it alive.
  if (process.connected) process.disconnect();
}

function printOpened({ url, temporalUiUrl, administrator }: Opened): void {
  console.log(`\nYichuang 益创  ${url}`);
  console.log(`  接口文档 API documentation   ${url}/docs`);
  if (temporalUiUrl !== null) console.log(`  流程界面 Temporal            ${temporalUiUrl}`);
  if (administrator !== null) {
    console.log(`  首个系统管理员（仅显示一次） first administrator (shown this once):`);
    console.log(`    ${administrator.username} / ${administrator.password}`);
  }
  console.log('  按 Ctrl-C 停止 · Ctrl-C stops\n');
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
