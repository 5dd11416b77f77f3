import { printAmount } from '../kernel/money';
import type { AwardCandidate, Room } from './award-finding';
import { leastShareLeft, type AllocationRules } from './award-rules';
import type { Comparison } from './award-words';
import { lackInWords } from './lack-words';
import { sayAmount } from './money-words';

/** Why a bid that the money does not reach for is awarded all the same: enough of it is left. */
export function explainStretch(
  rules: AllocationRules,
  candidate: AwardCandidate,
  { kind, lack }: NonNullable<Room['stretch']>,
): Comparison {
  const least = leastShareLeft(rules.award);
  const overrunFen = candidate.amountFen - lack.leftFen;
  const [amount, left] = [printAmount(candidate.amountFen), printAmount(lack.leftFen)];
  const overrun = printAmount(overrunFen);
  const short = lackInWords(rules, candidate, lack);
  const enough = enoughOf(least);
  const [partly, beyond] = [sayAmount(lack.leftFen, rules), sayAmount(overrunFen, rules)];
  const given =
    kind === 'partial'
      ? {
          zh: `按规则只资助所余${partly.zh}`,
          en: `by the rules it gets what is left, ${partly.en}`,
        }
      : {
          zh: `按规则全额资助，其中${beyond.zh}超出资金`,
          en: `by the rules it is funded in full, ${beyond.en} of it beyond the pots`,
        };
  return {
    inputs: {
      ...short.inputs,
      left,
      ...(least !== undefined && { leastShareLeft: least }),
      ...(kind === 'partial' ? { awarded: left } : { overrun }),
    },
    arithmetic: [
      short.arithmetic,
      least === undefined ? `${left} > 0.00` : `${left} ≥ ${amount} × ${least}`,
      ...(kind === 'partial' ? [] : [`${amount} - ${left} = ${overrun}`]),
    ].join('; '),
    words: {
      zh: `${short.words.zh}，${enough.zh}，${given.zh}，其后不再立项`,
      en: `${short.words.en}, ${enough.en}; ${given.en}, and the awards end here`,
    },
  };
}

function enoughOf(least: string | undefined) {
  return least === undefined
    ? { zh: '不足全额', en: 'which is less than it asks for' }
    : {
        zh: `不足全额，但不少于申请额的${least}`,
        en: `which is less than it asks for but at least a share of ${least} of it`,
      };
}
