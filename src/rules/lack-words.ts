import { printAmount } from '../kernel/money';
import type { AwardCandidate, Lack } from './award-finding';
import type { AllocationRules } from './award-rules';
import { categoryName, namesOf, type Comparison } from './award-words';
import { sayAmount } from './money-words';
import type { SharedPart } from './paying-pots';

/** What money does not reach for a bid, and the rule that says that it has to. */
export function lackInWords(
  rules: AllocationRules,
  candidate: AwardCandidate,
  lack: Lack,
): Comparison & { readonly rule: string } {
  const left = printAmount(lack.leftFen);
  const arithmetic = `${printAmount(candidate.amountFen)} > ${left}`;
  const { zh, en } = sayAmount(lack.leftFen, rules);
  switch (lack.kind) {
    case 'budget': {
      const name = categoryName(rules, candidate);
      const category = candidate.category!;
      return {
        ...{ rule: `/categories/${category}/budget`, arithmetic },
        inputs: { category, budgetLeft: left },
        words: {
          zh: `“${name.zh}”的经费只余${zh}`,
          en: `only ${en} of the budget of “${name.en}” are left`,
        },
      };
    }
    case 'lotBudget': {
      const { code, name } = rules.lot!;
      return {
        ...{ rule: `/lots/${code}/budget`, arithmetic },
        inputs: { lot: code, lotBudgetLeft: left },
        words: {
          zh: `分包“${name.zh}”的经费只余${zh}`,
          en: `only ${en} of the budget of the lot “${name.en}” are left`,
        },
      };
    }
    case 'noPot':
      return {
        ...{ rule: '/funding', arithmetic, inputs: { left } },
        words: { zh: '没有可支付该项的资金', en: 'no pot may pay for it' },
      };
    case 'pots': {
      const { only } = lack;
      const pots = namesOf(only ?? []);
      return {
        ...{ rule: '/award/whenItDoesNotFit', arithmetic },
        inputs: {
          left,
          ...(only !== null && { funds: only.map(({ code }) => code).join(', ') }),
        },
        words:
          only === null
            ? { zh: `资金只余${zh}`, en: `only ${en} are left` }
            : {
                zh: `可支付该项的资金${pots.zh}只余${zh}`,
                en: `only ${en} are left in what may pay for it, ${pots.en}`,
              },
      };
    }
    case 'part':
      return partInWords(rules, lack.part, { left, zh, en });
  }
}

function partInWords(
  rules: AllocationRules,
  { pot, partFen, heldFen }: SharedPart,
  most: { readonly left: string; readonly zh: string; readonly en: string },
): Comparison & { readonly rule: string } {
  const [part, held] = [sayAmount(partFen, rules), sayAmount(heldFen, rules)];
  return {
    rule: `/funding/${pot.code}/share`,
    inputs: {
      left: most.left,
      [`share.${pot.code}`]: pot.share ?? '',
      [`part.${pot.code}`]: printAmount(partFen),
      [`left.${pot.code}`]: printAmount(heldFen),
    },
    arithmetic: `${printAmount(partFen)} > ${printAmount(heldFen)}`,
    words: {
      zh: `“${pot.name.zh}”按${pot.share}的份额应承担${part.zh}，只余${held.zh}，各项资金按份额至多可支付${most.zh}`,
      en: `“${pot.name.en}” has to give its share of ${pot.share}, ${part.en}, and only ${held.en} are left; by their shares the pots can pay ${most.en} at most`,
    },
  };
}
