import { addMonths } from '../kernel/add-months';
import { startOfDay, type Day } from '../kernel/day';
import { printInstant, type Instant } from '../kernel/instant';
import { printAmount, type Fen } from '../kernel/money';
import { compareRatios, multiply, parseRatio, ratioOf } from '../kernel/ratio';
import type { WordedExplanation } from './explanation';
import type { RuleSet, TrancheTrigger } from './rule-set.types';
import type { Finding, TrancheFacts, TrancheStanding } from './tranche-facts';
import { saysAnswer } from './tranche-triggers-words';

/** The names by which the words call evaluations, reports and tranches. */
export type TriggerNames = Pick<RuleSet, 'evaluations' | 'reports' | 'tranches'>;

/** A trigger that asks for one thing. */
export type Awaited = Exclude<TrancheTrigger, { variant: 'all-of' }>;

/** Whether the trigger of a tranche is there: since when, or never, or what it waits for. */
export type Triggered =
  | {
      readonly answer: 'yes' | 'no';
      readonly since: Instant;
      readonly explanation: WordedExplanation;
    }
  | {
      readonly answer: 'awaits';
      /** What is not there yet, one or several of them where all of some are asked for. */
      readonly what: readonly Awaited[];
      readonly explanation: WordedExplanation;
    };

/**
 * Whether the trigger of a tranche is there. It stays there: whatever happens later takes nothing back. `no` means that it never
 * comes: an evaluation was failed for good.
 * @source rounds.md axis 28: signature, notice, evaluation, approval of a report, spent share, months, days, acceptance
 */
export function isTriggered(
  trigger: TrancheTrigger,
  facts: TrancheFacts,
  names: TriggerNames,
): Triggered {
  const simple = trigger.variant === 'all-of' ? trigger.triggers : [trigger];
  const findings = simple.map((part) => ({ part, finding: find(part, facts) }));
  const explanation = explain(facts.tranche, findings, names);
  const failed = findings.flatMap(({ finding }) => (finding.answer === 'no' ? [finding] : []));
  if (failed.length > 0) {
    return { answer: 'no', since: earliest(failed.map(({ since }) => since)), explanation };
  }
  const what = findings.flatMap(({ part, finding }) => (finding.answer === 'awaits' ? [part] : []));
  if (what.length > 0) return { answer: 'awaits', what, explanation };
  const there = findings.flatMap(({ finding }) =>
    finding.answer === 'yes' ? [finding.since] : [],
  );
  return { answer: 'yes', since: latest(there), explanation };
}

/** The days on which a trigger looks at the calendar, as far as the facts tell them. */
export function daysOfTrigger(
  trigger: TrancheTrigger,
  { startedOn }: Pick<TrancheFacts, 'startedOn'>,
): Day[] {
  const simple = trigger.variant === 'all-of' ? trigger.triggers : [trigger];
  return simple.flatMap((part) => {
    if (part.variant === 'on-day') return [part.day];
    if (part.variant !== 'months-after-start' || startedOn === null) return [];
    return [addMonths(startedOn, part.months)];
  });
}

/** The simple triggers of a trigger: itself, or those that it asks for together. */
export function simpleTriggers(trigger: TrancheTrigger): readonly Awaited[] {
  return trigger.variant === 'all-of' ? trigger.triggers : [trigger];
}

function find(trigger: Awaited, facts: TrancheFacts): Finding {
  switch (trigger.variant) {
    case 'contract-signed':
      return since(facts.signedAt, null);
    case 'notice-ended':
      return since(facts.noticeEndedAt, null);
    case 'evaluation-passed':
      return passed(facts, trigger.evaluation);
    case 'evaluation-graded':
      return since(facts.evaluations.get(trigger.evaluation)?.gradedAt ?? null, null);
    case 'report-approved':
      return since(facts.reports.get(trigger.report) ?? null, null);
    case 'months-after-start': {
      const day = facts.startedOn === null ? null : addMonths(facts.startedOn, trigger.months);
      return onDay(facts, day, `${facts.startedOn ?? '?'} + ${trigger.months} m = ${day ?? '?'}`);
    }
    case 'on-day':
      return onDay(facts, trigger.day, trigger.day);
    case 'spent-share':
      return spent(facts, trigger.share);
    case 'tranche-settled':
      return settled(facts, trigger.tranche);
    case 'accepted':
      return since(facts.acceptedAt, null);
  }
}

function since(at: Instant | null, until: Day | null, sum = at === null ? '?' : printInstant(at)) {
  return at === null
    ? ({ answer: 'awaits', until, sum } as const)
    : ({ answer: 'yes', since: at, sum } as const);
}

function passed({ evaluations }: TrancheFacts, code: string): Finding {
  const outcome = evaluations.get(code);
  if (outcome === undefined) return since(null, null);
  if (outcome.passed) return since(outcome.gradedAt, null);
  if (outcome.madeGoodAt !== undefined) return since(outcome.madeGoodAt, null);
  if (outcome.mayBeMadeGood) return since(null, null);
  return { answer: 'no', since: outcome.gradedAt, sum: outcome.grade };
}

function onDay({ now }: TrancheFacts, day: Day | null, sum: string): Finding {
  const from = day === null ? null : startOfDay(day);
  return since(from !== null && now >= from ? from : null, day, sum);
}

function spent(facts: TrancheFacts, share: string): Finding {
  const place = facts.tranches.findIndex(({ code }) => code === facts.tranche);
  const before = facts.tranches.slice(0, Math.max(place, 0));
  return accounted(facts, before, share);
}

function settled(facts: TrancheFacts, code: string): Finding {
  const place = facts.tranches.findIndex((tranche) => tranche.code === code);
  const upTo = facts.tranches.slice(0, place + 1);
  const target = facts.tranches[place];
  if (target?.payableFen === 0n && target.paidAt === null) return neverPaid(facts);
  const paidAt = target?.paidAt ?? null;
  return paidAt === null ? since(null, null) : accounted(facts, upTo, '1', paidAt);
}

/** A tranche that pays nothing is never paid; what waits for it never comes. */
function neverPaid({ now }: TrancheFacts): Finding {
  return { answer: 'no', since: now, sum: '0.00' };
}

/** By the first accepted accounts that show so much spent of what some tranches had paid by then. */
function accounted(
  { accounts }: TrancheFacts,
  tranches: readonly TrancheStanding[],
  share: string,
  notBefore: Instant | null = null,
): Finding {
  const inOrder = [...accounts].sort((a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime());
  for (const { acceptedAt, spentFen } of inOrder) {
    if (notBefore !== null && acceptedAt < notBefore) continue;
    const paidFen = paidBy(tranches, acceptedAt);
    if (paidFen === 0n) continue;
    const wanted = multiply(ratioOf(paidFen), parseRatio(share));
    if (compareRatios(ratioOf(spentFen), wanted) < 0) continue;
    const sum = `${printAmount(spentFen)} ≥ ${printAmount(paidFen)} × ${share}`;
    return { answer: 'yes', since: acceptedAt, sum };
  }
  return { answer: 'awaits', until: null, sum: `? ≥ … × ${share}` };
}

function paidBy(tranches: readonly TrancheStanding[], at: Instant): Fen {
  return tranches.reduce(
    (total, { payableFen, paidAt }) =>
      paidAt !== null && paidAt <= at ? total + (payableFen ?? 0n) : total,
    0n,
  );
}

function explain(
  tranche: string,
  findings: readonly { readonly part: Awaited; readonly finding: Finding }[],
  names: TriggerNames,
): WordedExplanation {
  const said = findings.map(({ part, finding }) => saysAnswer(part, finding, names));
  return {
    rule: `/tranches/${tranche}/trigger`,
    inputs: Object.fromEntries(
      findings.map(({ part, finding }) => [keyOfTrigger(part), finding.answer]),
    ),
    arithmetic: findings
      .map(({ part, finding }) => `${keyOfTrigger(part)}: ${finding.sum}`)
      .join('; '),
    words: {
      zh: said.map(({ zh }) => zh).join('；'),
      en: said.map(({ en }) => en).join('; '),
    },
  };
}

/** A trigger in one short text, with what it names: two of a kind are told apart. */
export function keyOfTrigger(part: Awaited): string {
  switch (part.variant) {
    case 'evaluation-passed':
    case 'evaluation-graded':
      return `${part.variant} ${part.evaluation}`;
    case 'report-approved':
      return `${part.variant} ${part.report}`;
    case 'tranche-settled':
      return `${part.variant} ${part.tranche}`;
    case 'spent-share':
      return `${part.variant} ${part.share}`;
    case 'months-after-start':
      return `${part.variant} ${part.months}`;
    case 'on-day':
      return `${part.variant} ${part.day}`;
    default:
      return part.variant;
  }
}

function earliest(instants: readonly Instant[]): Instant {
  return instants.reduce((found, at) => (at < found ? at : found));
}

function latest(instants: readonly Instant[]): Instant {
  return instants.reduce((found, at) => (at > found ? at : found));
}
