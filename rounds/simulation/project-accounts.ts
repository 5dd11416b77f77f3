import { addDays, daysBetween, dayOf, startOfDay, type Day } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import type { Fen } from '../../src/kernel/money';
import type { AcceptedAccount, RuleSet } from '../../src/rules';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';
import type { SignedContract } from './sign-contract';
import { thousandthsOf } from './yuan';

/** What a project hands in, as far as payments ask for it. */
export interface ProjectAccounts {
  /** When each report was accepted, by its code. */
  readonly reports: ReadonlyMap<string, Instant>;
  /** How much of the grant the accepted accounts show as spent. */
  readonly accounts: readonly AcceptedAccount[];
  /** When persons accepted the work of each tranche, by its code; one that was not accepted is not there. */
  readonly accepted: ReadonlyMap<string, Instant>;
}

/** Reports are looked at for some days, and none is accepted before the contract has run for so long. */
const DAYS_TO_LOOK = 7;
const LEAST_DAYS = 20;
const FINAL_ACCOUNTS_AFTER = 30;
const NOT_ACCEPTED = 0.03;

/** Invents reports, accounts and acceptances along the time of a project. */
export function projectAccounts(
  { rules, chance }: Play,
  { bidId }: InventedBid,
  contract: SignedContract,
  awardFen: Fen,
): ProjectAccounts {
  const reports = new Map(
    rules.reports.map(({ code, dueOn }) => [code, acceptedOn(dueOn, contract)] as const),
  );
  const finalOn = startOfDay(addDays(contract.to, FINAL_ACCOUNTS_AFTER));
  const accounts = [...reports.values(), finalOn]
    .sort((a, b) => a.getTime() - b.getTime())
    .map((acceptedAt) => ({ acceptedAt, spentFen: spentBy(acceptedAt, contract, awardFen) }));
  return {
    reports,
    accounts,
    accepted: acceptances(rules, chance.of('accepted', bidId), contract),
  };
}

function acceptedOn(dueOn: Day, { signedAt }: SignedContract): Instant {
  const looked = addDays(dueOn, DAYS_TO_LOOK);
  const earliest = addDays(dayOf(signedAt), LEAST_DAYS);
  return startOfDay(looked > earliest ? looked : earliest);
}

/** In proportion to the time of the project that is over; at its end all of it. */
function spentBy(at: Instant, { from, to }: SignedContract, awardFen: Fen): Fen {
  const whole = Math.max(1, daysBetween(from, to));
  const gone = Math.min(whole, Math.max(0, daysBetween(from, dayOf(at))));
  return thousandthsOf(awardFen, Math.floor((1000 * gone) / whole));
}

function acceptances(
  { tranches }: RuleSet,
  chance: Play['chance'],
  { from, to }: SignedContract,
): Map<string, Instant> {
  const whole = Math.max(1, daysBetween(from, to));
  return new Map(
    tranches.flatMap(({ code }, index) => {
      if (chance.next() < NOT_ACCEPTED) return [];
      const part = Math.floor((whole * (index + 1)) / tranches.length);
      return [[code, startOfDay(addDays(from, part + DAYS_TO_LOOK))] as const];
    }),
  );
}
