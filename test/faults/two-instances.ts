import { join } from 'node:path';

import { Redis } from 'ioredis';

import { Chance } from '../../demo/chance';
import { taskQueueOf } from '../../src/platform/temporal/temporal';
import { openGround, type Ground } from './ground';
import { faultsOfRecord, settle } from './judge';
import { differencesOf, playRound, type Reference } from './rounds';

/** Two services with their own databases on one Temporal and one Redis play the round at the same time. @returns what is wrong */
export async function playTwoInstances(
  dir: string,
  reference: Reference,
  say: (line: string) => void,
): Promise<string[]> {
  const plan = (name: string) => ({
    ...{
      dir: join(dir, name),
      startsAt: reference.round.startsAt,
      chance: new Chance(1),
      tell: say,
    },
    acts: reference.acts,
  });
  const first = await openGround(plan('first'));
  try {
    const { redisUrl, temporalAddress } = first.service.servers;
    const second = await openGround({ ...plan('second'), given: { redisUrl, temporalAddress } });
    try {
      const [one, two] = await Promise.all([
        playRound(first, reference.round, (line) => say(`1 · ${line}`)),
        playRound(second, reference.round, (line) => say(`2 · ${line}`)),
      ]);
      await Promise.all([settle(first), settle(second)]);
      return [
        ...(await faultsOfRecord(first)),
        ...(await differencesOf(one, first, reference)),
        ...(await faultsOfRecord(second)),
        ...(await differencesOf(two, second, reference)),
        ...(await strangeWorkflows(first)),
        ...(await strangeWorkflows(second)),
        ...(await strangeKeys(redisUrl, [first.instanceId, second.instanceId])),
      ];
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
  }
}

/** What the meeting of two instances can be seen by. */
export type Seen = Pick<Ground, 'temporal' | 'instanceId' | 'sql'>;

/** Workflows of an instance that are no processes of its, and processes without a workflow of their own. */
export async function strangeWorkflows({ temporal, instanceId, sql }: Seen): Promise<string[]> {
  const rows = await sql(`SELECT kind || '/' || id AS id FROM processes`);
  const known = new Set(rows.map(({ id }) => id as string));
  const seen = new Set<string>();
  const query = `TaskQueue = '${taskQueueOf(instanceId)}'`;
  for await (const { workflowId } of temporal.workflow.list({ query })) seen.add(workflowId);
  return [
    ...[...seen].filter((id) => !known.has(id)).map((id) => `workflow ${id} is no process`),
    ...[...known].filter((id) => !seen.has(id)).map((id) => `process ${id} never had a workflow`),
  ];
}

/** Keys in Redis that belong to none of the instances, and instances that have none. */
async function strangeKeys(redisUrl: string, instanceIds: readonly string[]): Promise<string[]> {
  const redis = new Redis(redisUrl);
  try {
    const owners = instanceIds.map((id) => `yichuang-${id}:`);
    const keys = await redis.keys('*');
    const isOf = (key: string) => owners.some((owner) => key.startsWith(owner));
    const silent = owners.filter((owner) => !keys.some((key) => key.startsWith(owner)));
    return [
      ...keys.filter((key) => !isOf(key)).map((key) => `key ${key} in Redis belongs to neither`),
      ...silent.map((owner) => `nothing in Redis belongs to ${owner}`),
    ];
  } finally {
    redis.disconnect();
  }
}
