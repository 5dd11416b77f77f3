import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Redis } from 'ioredis';

import { Chance } from '../../demo/chance';
import { City } from '../../demo/city';
import { waitFor } from '../../demo/clock';
import { playNeeds } from '../../demo/small-round/needs-scene';
import { setUpCast } from '../../demo/small-round/people';
import { redisUrl, temporalAddress } from '../support/servers';
import { openStage, type Stage } from '../support/stage';
import { readExample, STARTS_AT } from './rounds';
import { strangeWorkflows, type Seen } from './two-instances';

describe('two instances on one Temporal and one Redis', () => {
  let stages: Stage[];
  let connection: Connection;
  let redis: Redis;
  beforeAll(async () => {
    stages = await Promise.all([1, 2].map(() => openStage({ startsAt: STARTS_AT })));
    connection = await Connection.connect({ address: await temporalAddress() });
    redis = new Redis(await redisUrl());
    await Promise.all(stages.map(play));
  }, 120_000);
  afterAll(async () => {
    redis.disconnect();
    await connection.close();
    for (const stage of stages) await stage.close();
  });

  async function play(stage: Stage): Promise<void> {
    const cast = await setUpCast(await City.open(stage.admin));
    await playNeeds(cast, readExample('screening.yaml'), new Chance(7));
    await stage.settled();
  }
  async function seen(stage: Stage): Promise<Seen> {
    const [{ id }] = await stage.sql(`SELECT id FROM instance`);
    return {
      temporal: new TemporalClient({ connection }),
      instanceId: id,
      sql: (query, parameters) => stage.sql(query, parameters),
    };
  }

  it('end alike, each with its own needs', async () => {
    const states = await Promise.all(
      stages.map((stage) => stage.sql(`SELECT title, state FROM needs ORDER BY title`)),
    );
    expect(states[0]).toHaveLength(12);
    expect(states[1]).toEqual(states[0]);
  });

  it('have their own workflows alone', async () => {
    for (const stage of stages) expect(await strangeWorkflows(await seen(stage))).toEqual([]);
    const [first, second] = await Promise.all(stages.map(seen));
    const crossed = { ...first!, instanceId: second!.instanceId };
    expect(await strangeWorkflows(crossed)).not.toEqual([]);
  });

  it('have their own queues of mail, and send every mail', async () => {
    for (const stage of stages) {
      const { instanceId } = await seen(stage);
      expect(await redis.keys(`yichuang-${instanceId}:*`)).not.toEqual([]);
      const sent = await waitFor('the last mail', async () => {
        const states = await stage.sql(`SELECT DISTINCT state FROM messages`);
        return states.some(({ state }) => state === 'queued') ? null : states;
      });
      expect(sent).toEqual([{ state: 'sent' }]);
    }
  });
});
