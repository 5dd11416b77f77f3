import { toInstant, type Instant } from '../kernel/instant';
import { parseAmount } from '../kernel/money';
import type { DatedOutcome, TrancheFacts, TrancheStanding } from './tranche-facts';

/** Noon of a day in China. */
export function noonOf(day: string): Instant {
  return toInstant(`${day}T12:00:00+08:00`);
}

/** What a tranche can ask for, in a record that is empty but for what is given. */
export function factsWith(
  given: Partial<TrancheFacts> & Pick<TrancheFacts, 'tranche'>,
): TrancheFacts {
  return {
    now: noonOf('2030-01-01'),
    signedAt: null,
    noticeEndedAt: null,
    startedOn: null,
    evaluations: new Map(),
    reports: new Map(),
    accounts: [],
    acceptedAt: null,
    tranches: [],
    ...given,
  };
}

/** A tranche of a contract as it stands: planned without an amount, due without a day, paid with both. */
export function standing(code: string, yuan?: string, paidOn?: string): TrancheStanding {
  return {
    code,
    payableFen: yuan === undefined ? null : parseAmount(yuan),
    paidAt: paidOn === undefined ? null : noonOf(paidOn),
  };
}

/** A decided evaluation; a failed one that nothing can make good, unless it is said. */
export function outcome(
  grade: string,
  passed: boolean,
  gradedOn: string,
  more: Partial<DatedOutcome> = {},
): DatedOutcome {
  return { grade, passed, gradedAt: noonOf(gradedOn), mayBeMadeGood: false, ...more };
}
