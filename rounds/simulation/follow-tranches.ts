import { addDays, dayOf, daysBetween, startOfDay } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import type { Fen } from '../../src/kernel/money';
import { duePeriod, type Due } from '../../src/kernel/period';
import {
  daysOfTrigger,
  trancheDue,
  type TrancheAmount,
  type TrancheDue,
  type TrancheFacts,
  type TrancheRules,
} from '../../src/rules';
import type { InventedBid } from './invented-bid';
import type { LotDays } from './lot-days';
import type { Play } from './play';
import type { ProjectAccounts } from './project-accounts';
import { heldUntil, outcomesAt, type ProjectHistory } from './project-history';
import type { SignedContract } from './sign-contract';

/** What became of a tranche. `stopped`: a failed evaluation ended the project. `never-due`: what it waits for did not come. */
export type TrancheOutcome = 'paid' | 'pays-nothing' | 'stopped' | 'never-due';

/** A tranche at the end of its project. */
export interface FollowedTranche {
  readonly rules: TrancheRules;
  readonly amount: TrancheAmount;
  readonly outcome: TrancheOutcome;
  /** The last that the rules said of its trigger: since when it is due and what it pays, or what it waits for. */
  readonly due: TrancheDue;
  /** Until when it had to be paid, and why; null where it never was to be paid. */
  readonly payBy: Due | null;
  readonly paidAt: Instant | null;
  readonly paidFen: Fen;
  /** What is set free of the commitment. */
  readonly releasedFen: Fen;
}

/** All that the payments of a project follow from. */
export interface ProjectFacts {
  readonly bid: InventedBid;
  readonly days: LotDays;
  readonly contract: SignedContract;
  readonly history: ProjectHistory;
  readonly accounts: ProjectAccounts;
}

interface OpenTranche {
  readonly rules: TrancheRules;
  readonly amount: TrancheAmount;
  due: TrancheDue | null;
  payBy: Due | null;
  /** When it is to be paid; null as long as it is not due, and where it pays nothing. */
  payAt: Instant | null;
}

/** Follows the tranches of a project through its time: at each moment at which something happens the rules are asked again. */
export function followTranches(play: Play, facts: ProjectFacts): FollowedTranche[] {
  const tranches = facts.contract.tranches.map((amount, index): OpenTranche => ({
    ...{ rules: play.rules.tranches[index]!, amount },
    ...{ due: null, payBy: null, payAt: null },
  }));
  const { stoppedAt } = facts.history;
  const moments = momentsOf(play, facts).filter((at) => stoppedAt === null || at <= stoppedAt);
  const agenda = new Agenda([...moments, facts.contract.signedAt]);
  for (let now = agenda.next(); now !== null; now = agenda.next()) {
    while (makeMoreDue(play, facts, tranches, now, agenda));
  }
  return tranches.map((tranche) => ended(tranche, stoppedAt));
}

/** Moments in their order, each once; more may come in while they are gone through. */
class Agenda {
  private readonly times: number[];
  private last = -Infinity;

  constructor(moments: readonly Instant[]) {
    this.times = moments.map((moment) => moment.getTime());
  }

  add(moment: Instant): void {
    this.times.push(moment.getTime());
  }

  next(): Instant | null {
    const coming = this.times.filter((time) => time > this.last);
    if (coming.length === 0) return null;
    this.last = Math.min(...coming);
    return new Date(this.last);
  }
}

function momentsOf({ rules }: Play, { contract, history, accounts }: ProjectFacts): Instant[] {
  const { from, signedAt } = contract;
  return [
    ...history.evaluations.map(({ gradedAt }) => gradedAt),
    ...history.failures.map(({ settledAt }) => settledAt),
    ...accounts.reports.values(),
    ...accounts.accounts.map(({ acceptedAt }) => acceptedAt),
    ...accounts.accepted.values(),
    ...rules.tranches
      .flatMap(({ trigger }) => daysOfTrigger(trigger, { startedOn: from }))
      .map(startOfDay),
  ].filter((at) => at > signedAt);
}

/** One may wait for what another pays, so they are asked until nothing more becomes due. @returns whether one did */
function makeMoreDue(
  play: Play,
  facts: ProjectFacts,
  tranches: readonly OpenTranche[],
  now: Instant,
  agenda: Agenda,
): boolean {
  let isMore = false;
  for (const tranche of tranches) {
    if (tranche.due?.isDue === true) continue;
    const given = factsOf(facts, tranches, tranche, now);
    tranche.due = trancheDue(tranche.rules, tranche.amount.amountFen, given, play.rules);
    if (!tranche.due.isDue) continue;
    isMore = true;
    if (tranche.due.payable.payableFen === 0n) continue;
    plan(play, facts, tranche, { since: tranche.due.since, now });
    agenda.add(tranche.payAt!);
  }
  return isMore;
}

function factsOf(
  { days, contract, history, accounts }: ProjectFacts,
  tranches: readonly OpenTranche[],
  { rules: { code } }: OpenTranche,
  now: Instant,
): TrancheFacts {
  const isPast = (at: Instant) => at <= now;
  const acceptedAt = accounts.accepted.get(code);
  return {
    ...{ tranche: code, now },
    signedAt: contract.signedAt,
    noticeEndedAt: days.notice.due.dueAt,
    startedOn: contract.from,
    evaluations: outcomesAt(history, now),
    reports: new Map([...accounts.reports].filter(([, at]) => isPast(at))),
    accounts: accounts.accounts.filter((account) => isPast(account.acceptedAt)),
    acceptedAt: acceptedAt !== undefined && isPast(acceptedAt) ? acceptedAt : null,
    tranches: tranches.map(({ rules, due, payAt }) => ({
      code: rules.code,
      payableFen: due?.isDue === true ? due.payable.payableFen : null,
      paidAt: payAt !== null && isPast(payAt) ? payAt : null,
    })),
  };
}

/** Plans to pay it on some day within its time, or when nothing holds it any more. */
function plan(
  { chance, calendar }: Play,
  { bid, contract, history }: ProjectFacts,
  tranche: OpenTranche,
  at: { readonly since: Instant; readonly now: Instant },
): void {
  const { code, dueWithin } = tranche.rules;
  // Before the contract nothing is owed, whenever its notice ended.
  const since = laterOf(at.since, contract.signedAt);
  tranche.payBy = duePeriod(since, dueWithin, calendar);
  const sinceOn = dayOf(since);
  const within = daysBetween(sinceOn, tranche.payBy.dueOn);
  const paidOn = addDays(sinceOn, chance.of('payment', code, bid.bidId).whole(1, within));
  const tomorrow = startOfDay(addDays(dayOf(at.now), 1));
  tranche.payAt = heldUntil(history, laterOf(startOfDay(paidOn), tomorrow));
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function ended(tranche: OpenTranche, stoppedAt: Instant | null): FollowedTranche {
  const { rules, amount, payBy, payAt } = tranche;
  const { amountFen } = amount;
  const due = tranche.due!;
  const isPaid = payAt !== null && (stoppedAt === null || payAt < stoppedAt);
  const paidFen = isPaid && due.isDue ? due.payable.payableFen : 0n;
  return {
    ...{ rules, amount, due, payBy, paidFen },
    paidAt: isPaid ? payAt : null,
    releasedFen: amountFen - paidFen,
    outcome: isPaid ? 'paid' : outcomeOf(due, stoppedAt),
  };
}

function outcomeOf(due: TrancheDue, stoppedAt: Instant | null): TrancheOutcome {
  if (due.isDue && due.payable.payableFen === 0n) return 'pays-nothing';
  return stoppedAt === null ? 'never-due' : 'stopped';
}
