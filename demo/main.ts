import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { Actor } from './actor';
import { goodClient } from './good-client';
import { openService, type OpenedService } from './open-service';
import { printAccount } from './print-account';
import { playSmallRound } from './small-round/play';

const STARTS_AT = '2020-02-01T08:30:00+08:00';

/** Plays the small round and tells what came of it; on a terminal the service then stays up. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, seed: { type: 'string', default: '7' } },
  });
  const beganAt = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - beganAt) / 1000).toFixed(1).padStart(5);
    console.log(`${seconds} s  ${line}`);
  };
  say('启动演练环境 starting a rehearsal');
  const service = await openService(STARTS_AT, (line) => say(`  ${line}`));
  try {
    await play(service, Number(values.seed), values.json, say);
    if (process.stdin.isTTY) await untilInterrupted();
  } catch (error) {
    say(`失败 failed: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  } finally {
    await service.stop();
  }
}

async function play(
  service: OpenedService,
  seed: number,
  jsonFile: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const { username, password } = service.administrator;
  const nobody = new Actor(service.url, null, '', 'nobody', goodClient([service.url]));
  const administrator = await nobody.signIn(username, password, '系统管理员');
  const rules = {
    ruleSet: readExample('rule-set.yaml'),
    screening: readExample('screening.yaml'),
  };
  const { account, signIns } = await playSmallRound(administrator, rules, seed, say);
  say('完成 done');
  printAccount(account, signIns, service, (line) => console.log(line));
  if (jsonFile !== undefined) {
    writeFileSync(jsonFile, `${JSON.stringify(account, null, 2)}\n`);
    console.log(`\n数据已写入 written to ${jsonFile}`);
  }
}

function readExample(name: string): any {
  return parse(readFileSync(join(__dirname, '../../examples/small-round', name), 'utf8'));
}

function untilInterrupted(): Promise<void> {
  console.log('\n服务仍在运行，按 Ctrl-C 停止。 The service stays up; Ctrl-C stops it.');
  return new Promise((resolve) => process.once('SIGINT', () => resolve()));
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
