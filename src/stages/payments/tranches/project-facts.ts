import { startOfDay, type Day } from '../../../kernel/day';
import type { Instant } from '../../../kernel/instant';
import type { RuleSet, TrancheFacts, TrancheStanding } from '../../../rules';
import type { TrancheEntity } from './tranche.entity';

/** What the record has for the triggers of all tranches of a project. */
export interface ProjectFacts extends Omit<TrancheFacts, 'tranche' | 'acceptedAt' | 'tranches'> {
  /** When the work that a tranche pays was accepted, by its code. */
  readonly acceptances: ReadonlyMap<string, Instant>;
}

/** A tranche as far as the triggers of others care. */
type StandingTranche = Pick<TrancheEntity, 'code' | 'payableFen' | 'paidOn'>;

/** The same for one of the tranches, as all of them stand. */
export function factsOfTranche(
  { acceptances, ...facts }: ProjectFacts,
  tranches: readonly StandingTranche[],
  code: string,
): TrancheFacts {
  return {
    ...facts,
    tranche: code,
    acceptedAt: acceptances.get(code) ?? null,
    tranches: tranches.map((tranche) => standingOf(tranche)),
  };
}

/** A tranche as it stands: the day of its voucher is the day on which it was paid. */
export function standingOf({ code, payableFen, paidOn }: StandingTranche): TrancheStanding {
  return { code, payableFen, paidAt: paidOn === null ? null : startOfDay(paidOn as Day) };
}

/** A project begins with its contract, but not before the rules' first day. */
export function beginningOf(
  startedOn: Day,
  { timetable: { projectFrom } }: Pick<RuleSet, 'timetable'>,
): Day {
  return startedOn > projectFrom ? startedOn : projectFrom;
}
