import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { Actor } from './actor';
import { goodClient } from './good-client';
import { openService, type OpenedService } from './open-service';
import { CITY_STARTS_AT, playCityRound } from './city-round/play';
import { accountPage } from './page/account-page';
import { printAccount } from './print-account';
import { playSmallRound } from './small-round/play';

/** The rounds that can be played: whence their rules come, when their year begins, and who plays them. */
const ROUNDS = {
  'small-round': { startsAt: '2020-02-01T08:30:00+08:00', play: playSmallRound },
  'city-round': { startsAt: CITY_STARTS_AT, play: playCityRound },
} as const;

interface Wanted {
  readonly round: keyof typeof ROUNDS;
  readonly seed: number;
  readonly jsonFile: string | undefined;
  readonly htmlFile: string | undefined;
}

/** Plays a round and tells what came of it; on a terminal the service then stays up. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      small: { type: 'boolean', default: false },
      json: { type: 'string' },
      html: { type: 'string' },
      seed: { type: 'string', default: '7' },
    },
  });
  const wanted: Wanted = {
    round: values.small ? 'small-round' : 'city-round',
    seed: Number(values.seed),
    jsonFile: values.json,
    htmlFile: values.html,
  };
  const beganAt = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - beganAt) / 1000).toFixed(1).padStart(5);
    console.log(`${seconds} s  ${line}`);
  };
  say('启动演练环境 starting a rehearsal');
  const service = await openService(ROUNDS[wanted.round].startsAt, (line) => say(`  ${line}`));
  try {
    await play(service, wanted, say);
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
  { round, seed, jsonFile, htmlFile }: Wanted,
  say: (line: string) => void,
): Promise<void> {
  const { username, password } = service.administrator;
  const nobody = new Actor(service.url, null, '', 'nobody', goodClient([service.url]));
  const administrator = await nobody.signIn(username, password, '系统管理员');
  const rules = {
    ruleSet: readExample(round, 'rule-set.yaml'),
    screening: readExample(round, 'screening.yaml'),
  };
  const { account, signIns } = await ROUNDS[round].play(administrator, rules, seed, say);
  say('完成 done');
  printAccount(account, signIns, service, (line) => console.log(line));
  if (jsonFile !== undefined) write(jsonFile, `${JSON.stringify(account, null, 2)}\n`);
  if (htmlFile !== undefined) write(htmlFile, accountPage(account));
}

function write(file: string, text: string): void {
  writeFileSync(file, text);
  console.log(`\n已写入 written to ${file}`);
}

function readExample(round: keyof typeof ROUNDS, name: string): any {
  return parse(readFileSync(join(__dirname, '../../examples', round, name), 'utf8'));
}

function untilInterrupted(): Promise<void> {
  console.log('\n服务仍在运行，按 Ctrl-C 停止。 The service stays up; Ctrl-C stops it.');
  return new Promise((resolve) => process.once('SIGINT', () => resolve()));
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
