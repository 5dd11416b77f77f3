import { printAmount, type Fen } from '../kernel/money';
import type { AwardCandidate, Count, Place, Room } from './award-finding';
import type { AllocationRules } from './award-rules';
import { categoryName, headOf, inputsOf, namesOf, type Comparison } from './award-words';
import { explainStretch } from './explain-stretch';
import type { WordedExplanation } from './explanation';
import { sayAmount } from './money-words';
import type { Offer, SharedPart } from './paying-pots';
import type { BilingualText } from './rule-set.types';

/**
 * Why a bid is awarded: its place, the bounds on the number of awards, the budgets and the pots, as far as the rules ask for
 * them.
 * @param vacant the category that comes up first because an award of it fell away
 */
export function explainAward(
  rules: AllocationRules,
  candidate: AwardCandidate,
  room: Room,
  vacant: string | null,
): WordedExplanation {
  const { place, counts, stretch } = room;
  const name = categoryName(rules, candidate);
  const parts = [
    ...counts.map((count) => counted(rules, count)),
    ...(place === null ? [] : [placeTaken(place, candidate, name)]),
    ...(stretch === null
      ? withinMoney(rules, candidate, room, name)
      : [explainStretch(rules, candidate, stretch)]),
  ];
  const called = vacant !== null && candidate.category === vacant ? calledUp(vacant, name) : [];
  const inputs = [...called, ...parts].flatMap((part) => Object.entries(part.inputs));
  const { zh, en } = headOf(rules, candidate);
  return {
    rule: ruleOf(room),
    inputs: { ...inputsOf(rules, candidate), ...Object.fromEntries(inputs) },
    arithmetic: parts.map(({ arithmetic }) => arithmetic).join('; '),
    words: {
      zh: `${called.map(({ words }) => words.zh).join('')}${zh}：${parts.map(({ words }) => words.zh).join('；')}。予以立项。`,
      en: `${called.map(({ words }) => words.en).join('')}${en}: ${parts.map(({ words }) => words.en).join('; ')}. It is awarded.`,
    },
  };
}

function ruleOf({ place, stretch }: Room): string {
  if (stretch !== null) return '/award/whenItDoesNotFit';
  return place?.isBorrowed === true ? '/award/unfilledQuota' : '/award';
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

function counted({ lot }: AllocationRules, { kind, no, of }: Count): Comparison {
  const told = {
    most: {
      name: 'most',
      zh: `为至多${of}个立项中的第${no}个`,
      en: `award ${no} of at most ${of}`,
    },
    winners: {
      name: 'winners',
      zh: `为分包“${lot?.name.zh}”至多${of}个立项中的第${no}个`,
      en: `award ${no} of at most ${of} in the lot “${lot?.name.en}”`,
    },
    organization: {
      name: 'mostPerOrganization',
      zh: `为该组织至多${of}个立项中的第${no}个`,
      en: `award ${no} of at most ${of} for the organization`,
    },
  }[kind];
  return {
    inputs: { [`${kind}No`]: String(no), [told.name]: String(of) },
    arithmetic: `${no} ≤ ${of}`,
    words: { zh: told.zh, en: told.en },
  };
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

function withinMoney(
  rules: AllocationRules,
  candidate: AwardCandidate,
  room: Room,
  name: BilingualText,
): Comparison[] {
  const { budgetLeftFen, lotLeftFen, offer } = room;
  return [
    ...(budgetLeftFen === null ? [] : [withinBudget(rules, candidate, budgetLeftFen, name)]),
    ...(lotLeftFen === null ? [] : [withinLot(rules, candidate, lotLeftFen)]),
    ...(offer.parts === null
      ? [withinPots(rules, candidate, offer)]
      : offer.parts.map((part) => withinPart(rules, part))),
  ];
}

function withinBudget(
  rules: AllocationRules,
  { amountFen }: AwardCandidate,
  leftFen: Fen,
  name: BilingualText,
): Comparison {
  const left = sayAmount(leftFen, rules);
  return {
    inputs: { budgetLeft: printAmount(leftFen) },
    arithmetic: `${printAmount(amountFen)} ≤ ${printAmount(leftFen)}`,
    words: {
      zh: `“${name.zh}”的经费尚余${left.zh}，足够`,
      en: `${left.en} of the budget of “${name.en}” are left, which is enough`,
    },
  };
}

function withinLot(
  rules: AllocationRules,
  { amountFen }: AwardCandidate,
  leftFen: Fen,
): Comparison {
  const left = sayAmount(leftFen, rules);
  const { lot } = rules;
  return {
    inputs: { lotBudgetLeft: printAmount(leftFen) },
    arithmetic: `${printAmount(amountFen)} ≤ ${printAmount(leftFen)}`,
    words: {
      zh: `分包“${lot?.name.zh}”的经费尚余${left.zh}，足够`,
      en: `${left.en} of the budget of the lot “${lot?.name.en}” are left, which is enough`,
    },
  };
}

function withinPots(
  rules: AllocationRules,
  { amountFen }: AwardCandidate,
  { leftFen, only }: Offer,
): Comparison {
  const left = sayAmount(leftFen, rules);
  const pots = namesOf(only ?? []);
  return {
    inputs: {
      left: printAmount(leftFen),
      ...(only !== null && { funds: only.map(({ code }) => code).join(', ') }),
    },
    arithmetic: `${printAmount(amountFen)} ≤ ${printAmount(leftFen)}`,
    words:
      only === null
        ? { zh: `资金尚余${left.zh}，足够`, en: `${left.en} are left, which is enough` }
        : {
            zh: `可支付该项的资金${pots.zh}尚余${left.zh}，足够`,
            en: `${left.en} are left in what may pay for it, ${pots.en}, which is enough`,
          },
  };
}

function withinPart(rules: AllocationRules, { pot, partFen, heldFen }: SharedPart): Comparison {
  const [part, held] = [sayAmount(partFen, rules), sayAmount(heldFen, rules)];
  return {
    inputs: {
      [`share.${pot.code}`]: pot.share ?? '',
      [`part.${pot.code}`]: printAmount(partFen),
      [`left.${pot.code}`]: printAmount(heldFen),
    },
    arithmetic: `${printAmount(partFen)} ≤ ${printAmount(heldFen)}`,
    words: {
      zh: `“${pot.name.zh}”按${pot.share}的份额承担${part.zh}，尚余${held.zh}，足够`,
      en: `“${pot.name.en}” gives its share of ${pot.share}, ${part.en}, of ${held.en} that are left, which is enough`,
    },
  };
}
