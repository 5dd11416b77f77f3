import { printAmount } from '../kernel/money';
import { categoryName, headOf, inputsOf, type Comparison } from './award-words';
import type { AllocationRules, AwardCandidate, Obstacle } from './award-room';
import type { WordedExplanation } from './explanation';

type Ruled = Comparison & { readonly rule: string };
type Full = Extract<Obstacle, { readonly taken: number }>;
type Short = Extract<Obstacle, { readonly leftFen: bigint }>;

/** Why a bid is not awarded: the one thing that kept it out. */
export function explainNoAward(
  rules: AllocationRules,
  candidate: AwardCandidate,
  obstacle: Obstacle,
): WordedExplanation {
  const { rule, inputs, arithmetic, words } = obstacleInWords(rules, candidate, obstacle);
  const { zh, en } = headOf(candidate);
  const after = rules.award.reserve
    ? { zh: '列为备选', en: 'It is on the reserve list' }
    : { zh: '不予立项', en: 'It is not awarded' };
  return {
    rule,
    inputs: { ...inputsOf(candidate), ...inputs },
    arithmetic,
    words: { zh: `${zh}：${words.zh}。${after.zh}。`, en: `${en}: ${words.en}. ${after.en}.` },
  };
}

function obstacleInWords(
  rules: AllocationRules,
  candidate: AwardCandidate,
  obstacle: Obstacle,
): Ruled {
  switch (obstacle.kind) {
    case 'quota':
      return quotaFull(rules, candidate, obstacle);
    case 'places':
      return allPlacesTaken(candidate, obstacle);
    case 'budget':
      return beyondBudget(rules, candidate, obstacle);
    case 'pots':
      return beyondPots(rules, candidate, obstacle);
    case 'stopped':
      return stopped(candidate, obstacle.at);
  }
}

function quotaFull(rules: AllocationRules, candidate: AwardCandidate, { taken, of }: Full): Ruled {
  const category = candidate.category!;
  const name = categoryName(rules, candidate);
  return {
    rule: `/categories/${category}/quota`,
    inputs: { category, taken: String(taken), quota: String(of) },
    arithmetic: `${taken} + 1 > ${of}`,
    words: {
      zh: `“${name.zh}”的${of}个名额已满`,
      en: `the ${of} places of “${name.en}” are taken`,
    },
  };
}

function allPlacesTaken({ category }: AwardCandidate, { taken, of }: Full): Ruled {
  return {
    rule: '/award/unfilledQuota',
    inputs: { category: category!, taken: String(taken), places: String(of) },
    arithmetic: `${taken} + 1 > ${of}`,
    words: {
      zh: `各类别合计${of}个名额已全部用完`,
      en: `all ${of} places of the categories together are taken`,
    },
  };
}

function beyondBudget(
  rules: AllocationRules,
  candidate: AwardCandidate,
  { leftFen }: Short,
): Ruled {
  const category = candidate.category!;
  const name = categoryName(rules, candidate);
  const left = printAmount(leftFen);
  const next = whatFollows(rules);
  return {
    rule: `/categories/${category}/budget`,
    inputs: { category, budgetLeft: left },
    arithmetic: `${printAmount(candidate.amountFen)} > ${left}`,
    words: {
      zh: `“${name.zh}”的经费只余${left}元，不足，${next.zh}`,
      en: `only ${left} yuan of the budget of “${name.en}” are left, ${next.en}`,
    },
  };
}

function beyondPots(
  rules: AllocationRules,
  { amountFen }: AwardCandidate,
  { leftFen }: Short,
): Ruled {
  const left = printAmount(leftFen);
  const next = whatFollows(rules);
  return {
    rule: '/award/whenItDoesNotFit',
    inputs: { left },
    arithmetic: `${printAmount(amountFen)} > ${left}`,
    words: {
      zh: `资金只余${left}元，不足，${next.zh}`,
      en: `only ${left} yuan are left, ${next.en}`,
    },
  };
}

function whatFollows({ award: { whenItDoesNotFit } }: AllocationRules) {
  return whenItDoesNotFit === 'skip'
    ? { zh: '按规则跳过', en: 'and by the rules it is passed over' }
    : { zh: '按规则到此为止', en: 'and by the rules the awards end here' };
}

function stopped({ rank }: AwardCandidate, at: AwardCandidate): Ruled {
  return {
    rule: '/award/whenItDoesNotFit',
    inputs: { stoppedAtRank: String(at.rank) },
    arithmetic: `${rank} > ${at.rank}`,
    words: {
      zh: `资金到第${at.rank}名已不足，按规则其后不再立项`,
      en: `the money did not reach for rank ${at.rank}, and by the rules nothing is given after it`,
    },
  };
}
