import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { CITY_STARTS_AT, playCityRound } from '../../demo/city-round/play';
import { playSmallRound } from '../../demo/small-round/play';
import type { Account } from '../../demo/account';
import { projectRoot } from '../../src/platform/embedded';
import type { Ground } from './ground';
import type { Fault } from './harm';
import { faultsOfRecord, refereeOn, settle } from './judge';
import { comparable, countsOf, differences, type Comparable } from './same-account';

/** Legal time when the small round begins. */
export const STARTS_AT = '2020-02-01T08:30:00+08:00';

/** A round of the demonstration that is played undisturbed and under faults. */
export interface PlayedRound {
  /** Where its rules stand below `examples/`. */
  readonly example: string;
  readonly startsAt: string;
  readonly play: typeof playSmallRound;
}

/** The rounds, by the name of the demonstration's flag. */
export const rounds = {
  small: { example: 'small-round', startsAt: STARTS_AT, play: playSmallRound },
  city: { example: 'city-round', startsAt: CITY_STARTS_AT, play: playCityRound },
} as const satisfies Record<string, PlayedRound>;

/** A round as it ends when nothing goes wrong. */
export interface Reference {
  readonly round: PlayedRound;
  readonly account: Comparable;
  /** The number of the first act after everything is set up, and of the last. */
  readonly acts: { readonly first: number; readonly last: number };
}

const SEED = 7;

/** An example of a round's rules. */
export function readExample(name: string, { example }: PlayedRound = rounds.small): any {
  return parse(readFileSync(join(projectRoot(), 'examples', example, name), 'utf8'));
}

/** Plays a round to its end and lets all settle. */
export async function playRound(
  ground: Ground,
  round: PlayedRound,
  say: (line: string) => void,
): Promise<Account> {
  const rules = {
    ruleSet: readExample('rule-set.yaml', round),
    screening: readExample('screening.yaml', round),
  };
  ground.meetings.begin();
  const { account } = await round.play(ground.administrator, rules, SEED, say);
  return account;
}

/** Plays a round undisturbed; what comes of it is what every other one is held against. */
export async function playReference(
  ground: Ground,
  round: PlayedRound,
  say: (line: string) => void,
): Promise<{ reference: Reference; wrong: string[] }> {
  const begins: number[] = [];
  const account = await playRound(ground, round, (line) => {
    begins.push(ground.acts.count);
    say(line);
  });
  await settle(ground);
  const wrong = [...(await faultsOfRecord(ground)), ...refereeOn(account, ground.dir)];
  const reference = {
    round,
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
    account = await playRound(ground, reference.round, say);
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
