import { printAmount } from '../kernel/money';
import { categoryName, headOf, inputsOf, type Comparison } from './award-words';
import type { AllocationRules, AwardCandidate, Place, Room } from './award-room';
import type { WordedExplanation } from './explanation';
import type { BilingualText } from './rule-set.types';

/**
 * Why a bid is awarded: its place, its category's budget and the pots, as far as the rules ask for them.
 * @param vacant the category that comes up first because an award of it fell away
 */
export function explainAward(
  rules: AllocationRules,
  candidate: AwardCandidate,
  { place, budgetLeftFen, leftFen }: Room,
  vacant: string | null,
): WordedExplanation {
  const name = categoryName(rules, candidate);
  const parts = [
    ...(place === null ? [] : [placeTaken(place, candidate, name)]),
    ...(budgetLeftFen === null ? [] : [withinBudget(candidate, printAmount(budgetLeftFen), name)]),
    withinPots(candidate, printAmount(leftFen)),
  ];
  const called = vacant !== null && candidate.category === vacant ? calledUp(vacant, name) : [];
  const inputs = [...called, ...parts].flatMap((part) => Object.entries(part.inputs));
  const { zh, en } = headOf(candidate);
  return {
    rule: place?.isBorrowed === true ? '/award/unfilledQuota' : '/award',
    inputs: { ...inputsOf(candidate), ...Object.fromEntries(inputs) },
    arithmetic: parts.map(({ arithmetic }) => arithmetic).join('; '),
    words: {
      zh: `${called.map(({ words }) => words.zh).join('')}${zh}：${parts.map(({ words }) => words.zh).join('；')}。予以立项。`,
      en: `${called.map(({ words }) => words.en).join('')}${en}: ${parts.map(({ words }) => words.en).join('; ')}. It is awarded.`,
    },
  };
}

function calledUp(vacant: string, name: BilingualText): Omit<Comparison, 'arithmetic'>[] {
  return [
    {
      inputs: { vacant },
      words: {
        zh: `“${name.zh}”有项目退出，同类别先行递补。`,
        en: `An award of “${name.en}” fell away, and its own category comes up first. `,
      },
    },
  ];
}

function placeTaken(
  { no, of, isBorrowed }: Place,
  { category }: AwardCandidate,
  name: BilingualText,
): Comparison {
  const bound = isBorrowed ? 'places' : 'quota';
  return {
    inputs: { category: category!, place: String(no), [bound]: String(of) },
    arithmetic: `${no} ≤ ${of}`,
    words: isBorrowed
      ? {
          zh: `“${name.zh}”的名额已满，使用其他类别空出的名额，为全部${of}个名额中的第${no}个`,
          en: `the places of “${name.en}” are full, and it takes one that another category does not fill, place ${no} of all ${of}`,
        }
      : {
          zh: `为“${name.zh}”${of}个名额中的第${no}个`,
          en: `place ${no} of the ${of} of “${name.en}”`,
        },
  };
}

function withinBudget(
  { amountFen }: AwardCandidate,
  left: string,
  name: BilingualText,
): Comparison {
  return {
    inputs: { budgetLeft: left },
    arithmetic: `${printAmount(amountFen)} ≤ ${left}`,
    words: {
      zh: `“${name.zh}”的经费尚余${left}元，足够`,
      en: `${left} yuan of the budget of “${name.en}” are left, which is enough`,
    },
  };
}

function withinPots({ amountFen }: AwardCandidate, left: string): Comparison {
  return {
    inputs: { left },
    arithmetic: `${printAmount(amountFen)} ≤ ${left}`,
    words: {
      zh: `资金尚余${left}元，足够`,
      en: `${left} yuan are left, which is enough`,
    },
  };
}
