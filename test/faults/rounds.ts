import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { playSmallRound } from '../../demo/small-round/play';
import type { Account } from '../../demo/account';
import { projectRoot } from '../../src/platform/embedded';
import type { Ground } from './ground';
import type { Fault } from './harm';
import { faultsOfRecord, refereeOn, settle } from './judge';
import { comparable, countsOf, differences, type Comparable } from './same-account';

/** Legal time when the small round begins. */
export const STARTS_AT = '2020-02-01T08:30:00+08:00';

/** The small round as it ends when nothing goes wrong. */
export interface Reference {
  readonly account: Comparable;
  /** The number of the first act after everything is set up, and of the last. */
  readonly acts: { readonly first: number; readonly last: number };
}

const SEED = 7;

/** An example of the small round's rules. */
export function readExample(name: string): any {
  return parse(readFileSync(join(projectRoot(), 'examples/small-round', name), 'utf8'));
}

/** Plays the small round to its end and lets all settle. */
export async function playRound(ground: Ground, say: (line: string) => void): Promise<Account> {
  const rules = {
    ruleSet: readExample('rule-set.yaml'),
    screening: readExample('screening.yaml'),
  };
  ground.meetings.begin();
  const { account } = await playSmallRound(ground.administrator, rules, SEED, say);
  return account;
}

/** Plays the round undisturbed; what comes of it is what every other one is held against. */
export async function playReference(
  ground: Ground,
  say: (line: string) => void,
): Promise<{ reference: Reference; wrong: string[] }> {
  const begins: number[] = [];
  const account = await playRound(ground, (line) => {
    begins.push(ground.acts.count);
    say(line);
  });
  await settle(ground);
  const wrong = [...(await faultsOfRecord(ground)), ...refereeOn(account, ground.dir)];
  const reference = {
    account: comparable(account, await countsOf(ground)),
    // The first scene sets up units and people; with the second one begins what can be harmed.
    acts: { first: begins[1]! + 1, last: ground.acts.count },
  };
  return { reference, wrong };
}

/** Plays the round under a fault. @returns what is wrong with it */
export async function playUnder(
  fault: Fault,
  ground: Ground,
  reference: Reference,
  say: (line: string) => void,
): Promise<string[]> {
  const harm = fault.begin(ground);
  let account: Account;
  try {
    account = await playRound(ground, say);
  } finally {
    await harm.end();
  }
  await settle(ground);
  return [
    ...harm.missing(),
    ...(await faultsOfRecord(ground)),
    ...(await differencesOf(account, ground, reference)),
  ];
}

/** How an account differs from the undisturbed one, and what the referee says of it. */
export async function differencesOf(
  account: Account,
  ground: Ground,
  reference: Reference,
): Promise<string[]> {
  return [
    ...refereeOn(account, ground.dir),
    ...differences(reference.account, comparable(account, await countsOf(ground))).map(
      (line) => `account ${line}`,
    ),
  ];
}
