import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from './platform/embedded';
import { readStandaloneSettings } from './platform/config/standalone-settings';
import { untilStopped } from './platform/telemetry/until-stopped';
import { foundFirstTenant } from './service/found-first-tenant';
import { startService } from './service/start-service';

/** The service alone, by one command: data below .yichuang/data, the first administrator printed once. */
async function main(): Promise<void> {
  const { databaseUrl, redisUrl, temporalAddress, httpPort, logLevel } = readStandaloneSettings();
  const dir = join(projectRoot(), '.yichuang/data');
  const service = await startService({
    dir,
    mode: 'production',
    given: { databaseUrl, redisUrl, temporalAddress },
    httpPort,
    logLevel,
    progress: (line) => console.log(`  · ${line}`),
  });
  const administrator = { username: 'admin', password: randomBytes(15).toString('base64url') };
  const tenant = { kind: 'district', code: 'district', name: '本区', administrator } as const;
  const isNew = await foundFirstTenant(service.servers.databaseUrl, tenant);
  const url = service.urls[0]!;
  console.log(`\nYichuang 益创  ${url}`);
  console.log(`  接口文档 API documentation   ${url}/docs`);
  if (service.servers.temporalUiUrl !== null) {
    console.log(`  流程界面 Temporal            ${service.servers.temporalUiUrl}`);
  }
  if (isNew) {
    console.log(`  首个系统管理员（仅显示一次） first administrator (shown this once):`);
    console.log(`    ${administrator.username} / ${administrator.password}`);
  }
  console.log('  按 Ctrl-C 停止 · Ctrl-C stops\n');
  await untilStopped();
  await service.stop();
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
