import type { Instant } from '../kernel/instant';
import { printAmount, type Fen } from '../kernel/money';
import type { WordedExplanation } from './explanation';
import type { BilingualText, TrancheRules } from './rule-set.types';
import {
  nothingPayable,
  payableTranche,
  type PayableTranche,
  type ReimbursedAccounts,
} from './tranche-amounts';
import type { AcceptedAccount, EvaluationOutcome, TrancheFacts } from './tranche-facts';
import { isTriggered, type Awaited, type TriggerNames } from './tranche-triggers';

/** What a reimbursement waits for besides its trigger. */
export type AwaitedAccounts =
  { readonly variant: 'accounts' } | { readonly variant: 'tranches-before' };

/** What a tranche pays and since when, or what it still waits for. */
export type TrancheDue =
  | {
      readonly isDue: true;
      /** The moment from which the time for paying counts. */
      readonly since: Instant;
      readonly payable: PayableTranche;
      readonly trigger: WordedExplanation;
    }
  | {
      readonly isDue: false;
      readonly what: readonly (Awaited | AwaitedAccounts)[];
      readonly trigger: WordedExplanation;
    };

/**
 * What a tranche pays by what has happened so far: nothing yet as long as its trigger is not there, nothing at all once the trigger
 * never comes. A reimbursement waits for accepted accounts as well, and until it is known what the tranches before it pay.
 * @throws RangeError as `payableTranche` does
 */
export function trancheDue(
  tranche: TrancheRules,
  amountFen: Fen,
  facts: TrancheFacts,
  names: TriggerNames,
): TrancheDue {
  const triggered = isTriggered(tranche.trigger, facts, names);
  const { answer, explanation: trigger } = triggered;
  if (answer === 'awaits') return { isDue: false, what: triggered.what, trigger };
  const { since } = triggered;
  const outcome = outcomeFor(tranche, facts);
  if (answer === 'no') {
    return { isDue: true, since, payable: nothingPayable(tranche, amountFen, outcome), trigger };
  }
  if (tranche.meaning !== 'reimbursement') {
    return { isDue: true, since, payable: payableTranche(tranche, amountFen, outcome), trigger };
  }
  return reimbursed(tranche, amountFen, facts, since, trigger, outcome);
}

/** The outcome of the evaluation that a tranche names by itself; undefined of any other. */
function outcomeFor(
  { trigger }: Pick<TrancheRules, 'trigger'>,
  { evaluations }: Pick<TrancheFacts, 'evaluations'>,
): EvaluationOutcome | undefined {
  return trigger.variant === 'evaluation-passed' || trigger.variant === 'evaluation-graded'
    ? evaluations.get(trigger.evaluation)
    : undefined;
}

/** By the accounts that were the last to be accepted when trigger and accounts were both there: later ones change nothing. */
function reimbursed(
  tranche: TrancheRules,
  amountFen: Fen,
  facts: TrancheFacts,
  triggeredAt: Instant,
  trigger: WordedExplanation,
  outcome: EvaluationOutcome | undefined,
): TrancheDue {
  const accounts = [...facts.accounts].sort(
    (a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime(),
  );
  const [first] = accounts;
  const paidBeforeFen = payableBefore(facts);
  if (first === undefined || paidBeforeFen === null) {
    const what = first === undefined ? 'accounts' : 'tranches-before';
    return { isDue: false, what: [{ variant: what }], trigger: waiting(trigger, what) };
  }
  const since = first.acceptedAt > triggeredAt ? first.acceptedAt : triggeredAt;
  const { spentFen: acceptedFen } = lastBy(accounts, since);
  const found = { acceptedFen, paidBeforeFen };
  const payable = payableTranche(tranche, amountFen, outcome, found);
  return { isDue: true, since, payable, trigger: bounded(trigger, found) };
}

function lastBy(inOrder: readonly AcceptedAccount[], at: Instant): AcceptedAccount {
  return inOrder.filter(({ acceptedAt }) => acceptedAt <= at).at(-1)!;
}

/** What the tranches before this one pay; null while one of them still waits. */
function payableBefore({ tranche, tranches }: TrancheFacts): Fen | null {
  const before = tranches.slice(
    0,
    tranches.findIndex(({ code }) => code === tranche),
  );
  return before.reduce<Fen | null>(
    (total, { payableFen }) => (total === null || payableFen === null ? null : total + payableFen),
    0n,
  );
}

const WAITS = {
  accounts: {
    zh: '报销款——尚无经审核的支出',
    en: 'reimbursement - no accounts are accepted yet',
  },
  'tranches-before': {
    zh: '报销款——前期拨款尚未确定',
    en: 'reimbursement - what the tranches before it pay is not known yet',
  },
} as const satisfies Record<string, BilingualText>;

function waiting(trigger: WordedExplanation, what: keyof typeof WAITS): WordedExplanation {
  return added(trigger, WAITS[what]);
}

function bounded(
  trigger: WordedExplanation,
  { acceptedFen, paidBeforeFen }: ReimbursedAccounts,
): WordedExplanation {
  const [accepted, before] = [printAmount(acceptedFen), printAmount(paidBeforeFen)];
  return added(trigger, {
    zh: `报销款——经审核的支出${accepted}，此前各期${before}，按差额支付`,
    en: `reimbursement - accounts of ${accepted} are accepted, ${before} came before, and the difference is paid at most`,
  });
}

function added(trigger: WordedExplanation, { zh, en }: BilingualText): WordedExplanation {
  const words = { zh: `${trigger.words.zh}；${zh}`, en: `${trigger.words.en}; ${en}` };
  return { ...trigger, words };
}
