import { printAmount, type Fen } from '../kernel/money';
import type { WordedExplanation } from './explanation';
import type { TrancheRules } from './rule-set.types';
import type { TrancheStanding } from './tranche-facts';

/** What of a project's grant is still a loan. */
export interface LoanOwed {
  readonly owedFen: Fen;
  readonly explanation: WordedExplanation;
}

/**
 * What a project owes of the tranches that were paid as loans: all of it until the last tranche of the contract is paid, and
 * nothing from then on. Where the last tranche is not paid because the project failed, it stays owed and is asked back.
 * @param standings of the contract's tranches, in their order
 * @source us-goco-progress-payment: a progress payment counts as a loan until the project is complete and the final payment made
 */
export function loanOwed(
  rules: readonly Pick<TrancheRules, 'code' | 'meaning'>[],
  standings: readonly TrancheStanding[],
): LoanOwed {
  const loans = new Set(rules.flatMap(({ code, meaning }) => (meaning === 'loan' ? [code] : [])));
  const lent = standings.filter(({ code, paidAt }) => loans.has(code) && paidAt !== null);
  const lentFen = lent.reduce((total, { payableFen }) => total + (payableFen ?? 0n), 0n);
  const last = standings.at(-1);
  const isComplete = last !== undefined && last.paidAt !== null;
  const owedFen = isComplete ? 0n : lentFen;
  const owed = printAmount(owedFen);
  return {
    owedFen,
    explanation: {
      rule: '/tranches/meaning',
      inputs: {
        lent: printAmount(lentFen),
        last: last?.code ?? '',
        isComplete: String(isComplete),
      },
      arithmetic: `${lent.map(({ payableFen }) => printAmount(payableFen ?? 0n)).join(' + ') || '0.00'} → ${owed}`,
      words: isComplete
        ? {
            zh: '末期款已拨付，此前的借款性拨款转为资助，不再归还。',
            en: 'The last tranche is paid: what was paid as a loan is a grant now.',
          }
        : {
            zh: `末期款拨付之前，借款性拨款${owed}仍属借款；项目失败的须归还。`,
            en: `Until the last tranche is paid, ${owed} of the grant is a loan; it is asked back if the project fails.`,
          },
    },
  };
}
