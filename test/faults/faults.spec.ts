import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Chance } from '../../demo/chance';
import { City } from '../../demo/city';
import { playNeeds } from '../../demo/small-round/needs-scene';
import { setUpCast } from '../../demo/small-round/people';
import { toInstant } from '../../src/kernel/instant';
import { createDatabase, type TestDatabase } from '../support/servers';
import { apiKilled } from './faults/api-killed';
import { redisFlushed } from './faults/redis-flushed';
import { relayKilled } from './faults/relay-killed';
import { temporalStopped } from './faults/temporal-stopped';
import { workerKilled } from './faults/worker-killed';
import { workflowEnded } from './faults/workflow-ended';
import { openGround, type Ground } from './ground';
import type { Fault } from './harm';
import { faultsOfRecord, settle } from './judge';
import { readExample, STARTS_AT } from './rounds';

/** One case of each kind, in few kills, since each costs a start; `npm run faults` does them over the whole round. */
const faults: readonly Fault[] = [
  temporalStopped({ forMs: 2_000, times: 1 }),
  workerKilled({ atRandom: 0, inSteps: (step) => step === 'needsScreened' }),
  relayKilled({ atRandom: 0, atEachPoint: 1, firstPoints: 2 }),
  apiKilled({ atRandom: 0, atReply: 1 }),
  redisFlushed({ times: 1 }),
  workflowEnded(),
];

/** What comes of the needs when nothing goes wrong, as the demonstration shows it. */
const UNDISTURBED = {
  独居老人午间助餐: 'selected',
  空巢老人送餐上门: 'merged',
  认知障碍老人家庭照护支持: 'selected',
  残疾青年就业技能训练: 'selected',
  听障儿童家庭手语陪伴: 'selected',
  小区门前增设停车位: 'rejected',
  留守与流动儿童课后托管: 'selected',
  青少年心理陪伴热线与小组: 'selected',
  困难家庭应急物资与个案帮扶: 'selected',
  社区旧物循环集市: 'kept',
  老旧小区居民议事协商: 'selected',
  广场舞音响更新: 'notSelected',
};

/** The acts of the scene after everyone is seated. */
const ACTS = { first: 128, last: 185 };

describe('a scene in real processes, with two APIs and two workers, under every kind of fault', () => {
  let dir: string;
  let database: TestDatabase;
  let ground: Ground;
  let missing: Record<string, string[]>;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'yichuang-faults-'));
    database = await createDatabase({ mode: 'rehearsal', startsAt: toInstant(STARTS_AT) });
    ground = await openGround({
      ...{ dir, startsAt: STARTS_AT, chance: new Chance(7), acts: ACTS },
      count: { api: 2, worker: 2 },
      given: { databaseUrl: database.url },
      tell: () => undefined,
    });
    const cast = await setUpCast(await City.open(ground.administrator));
    const harms = faults.map((fault) => [fault.name, fault.begin(ground)] as const);
    ground.meetings.begin();
    await playNeeds(cast, readExample('screening.yaml'), new Chance(7));
    for (const [, harm] of harms) await harm.end();
    missing = Object.fromEntries(harms.map(([name, harm]) => [name, harm.missing()]));
    await skipTheMinute();
    await settle(ground);
  }, 180_000);
  afterAll(async () => {
    await ground.close();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A mail whose job was lost becomes a job again after a minute: here at once. */
  const skipTheMinute = () =>
    ground.sql(
      `UPDATE messages SET enqueued_at = enqueued_at - interval '1 minute' WHERE state = 'queued'`,
    );

  it.each(faults.map(({ name }) => name))('%s met what it was to meet', (name) => {
    expect(missing[name]).toEqual([]);
    expect(ground.meetings.all.some(({ fault }) => fault === name)).toBe(true);
  });

  it('ends as it does undisturbed', async () => {
    const rows = await ground.sql(`SELECT title, state FROM needs`);
    const states = Object.fromEntries(rows.map(({ title, state }) => [title, state]));
    expect(states).toEqual(UNDISTURBED);
    expect(rows).toHaveLength(Object.keys(UNDISTURBED).length);
  });

  it('ended each workflow by force in every step that it passes, and each ran on', () => {
    for (const step of ['needsReported', 'needsScreened', 'feedbackGiven']) {
      expect(ground.meetings.count('needScreening', step, 'working')).toBeGreaterThan(0);
    }
  });

  it('was served by both APIs and both workers', () => {
    for (const name of ['api', 'api-2', 'worker', 'worker-2']) {
      expect(ground.proxies.get(name)!.commits).toBeGreaterThan(0);
    }
  });

  it('lost nothing and did nothing twice: every invariant holds, every mail and answer is there', async () => {
    expect(await faultsOfRecord(ground)).toEqual([]);
  });
});
