import { printAmount } from '../kernel/money';
import type {
  AwardCandidate,
  CountKind,
  Ending,
  Full,
  Obstacle,
  Short,
  VoteOffStanding,
} from './award-finding';
import { keepsReserve, leastShareLeft, type AllocationRules } from './award-rules';
import { categoryName, headOf, inputsOf, turnName, turnOf, type Comparison } from './award-words';
import { explainVoteOff } from './explain-vote-off';
import type { WordedExplanation } from './explanation';
import { lackInWords } from './lack-words';

type Ruled = Comparison & { readonly rule: string };

/** Why a bid is not awarded, or not yet: the one thing that keeps it out. */
export function explainNoAward(
  rules: AllocationRules,
  candidate: AwardCandidate,
  obstacle: Obstacle,
): WordedExplanation {
  const { rule, inputs, arithmetic, words } = obstacleInWords(rules, candidate, obstacle);
  const { zh, en } = headOf(rules, candidate);
  const after = whatBecomesOf(rules, obstacle);
  return {
    rule,
    inputs: { ...inputsOf(rules, candidate), ...inputs },
    arithmetic,
    words: { zh: `${zh}：${words.zh}。${after.zh}。`, en: `${en}: ${words.en}. ${after.en}.` },
  };
}

function whatBecomesOf({ award }: AllocationRules, { kind }: Obstacle) {
  if (kind === 'awaits') return { zh: '等待票决结果', en: 'It waits for the outcome' };
  return keepsReserve(award)
    ? { zh: '列为备选', en: 'It is on the reserve list' }
    : { zh: '不予立项', en: 'It is not awarded' };
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
    case 'most':
    case 'winners':
    case 'organization':
      return boundReached(rules, { ...obstacle, kind: obstacle.kind });
    case 'short':
      return beyondMoney(rules, candidate, obstacle);
    case 'stopped':
    case 'partial':
    case 'overrun':
      return ended(rules, candidate, obstacle);
    case 'awaits':
    case 'lost':
    case 'uncontested':
      return notByVoteOff(rules, obstacle);
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

function boundReached(
  { lot }: AllocationRules,
  { kind, taken, of }: { readonly kind: CountKind; readonly taken: number; readonly of: number },
): Ruled {
  const told = {
    most: {
      ...{ rule: '/award/most', name: 'most' },
      zh: `至多立项${of}个，已满`,
      en: `there are at most ${of} awards, and all are given`,
    },
    winners: {
      ...{ rule: `/lots/${lot?.code}/winners`, name: 'winners' },
      zh: `分包“${lot?.name.zh}”至多立项${of}个，已满`,
      en: `the lot “${lot?.name.en}” has at most ${of} awards, and all are given`,
    },
    organization: {
      ...{ rule: '/award/mostPerOrganization', name: 'mostPerOrganization' },
      zh: `每个组织至多立项${of}个，该组织已有${taken}个，按规则跳过`,
      en: `an organization gets at most ${of}, this one has ${taken}, and by the rules it is passed over`,
    },
  }[kind];
  return {
    rule: told.rule,
    inputs: { taken: String(taken), [told.name]: String(of) },
    arithmetic: `${taken} + 1 > ${of}`,
    words: { zh: told.zh, en: told.en },
  };
}

function beyondMoney(
  rules: AllocationRules,
  candidate: AwardCandidate,
  { lack, by }: Short,
): Ruled {
  const short = lackInWords(rules, candidate, lack);
  const least = leastShareLeft(rules.award) ?? '0';
  const left = printAmount(lack.leftFen);
  const tooLittle = by === 'too-little';
  const next = {
    skip: { zh: '按规则跳过', en: 'and by the rules it is passed over' },
    stop: { zh: '按规则到此为止', en: 'and by the rules the awards end here' },
    'too-little': {
      zh: `且少于申请额的${least}，按规则跳过`,
      en: `less than a share of ${least} of what it asks for, and by the rules it is passed over`,
    },
    once: {
      zh: '已有一个项目超出资金立项，按规则跳过',
      en: 'one award is beyond the pots already, and by the rules it is passed over',
    },
  }[by];
  return {
    ...short,
    inputs: { ...short.inputs, ...(tooLittle && { left, leastShareLeft: least }) },
    arithmetic: tooLittle
      ? `${short.arithmetic}; ${left} < ${printAmount(candidate.amountFen)} × ${least}`
      : short.arithmetic,
    words: {
      zh: `${short.words.zh}${lack.kind === 'noPot' ? '' : '，不足'}，${next.zh}`,
      en: `${short.words.en}, ${next.en}`,
    },
  };
}

function ended(rules: AllocationRules, candidate: AwardCandidate, { kind, at }: Ending): Ruled {
  const { zh, en } = turnOf(rules, at);
  const name = `${kind === 'stopped' ? 'stoppedAt' : 'endedAt'}${turnName(rules)}`;
  const why = {
    stopped: {
      zh: `资金到${zh}已不足，按规则其后不再立项`,
      en: `the money did not reach for ${en}, and by the rules nothing is given after it`,
    },
    partial: {
      zh: `所余资金已资助${zh}，按规则其后不再立项`,
      en: `${en} got what was left, and by the rules nothing is given after it`,
    },
    overrun: {
      zh: `${zh}已超出资金立项，按规则其后不再立项`,
      en: `${en} was funded beyond the pots, and by the rules nothing is given after it`,
    },
  }[kind];
  return {
    rule: '/award/whenItDoesNotFit',
    inputs: { [name]: String(at.rank) },
    arithmetic: `${candidate.rank} > ${at.rank}`,
    words: why,
  };
}

function notByVoteOff({ award }: AllocationRules, standing: VoteOffStanding): Ruled {
  if (award.variant !== 'vote-off') throw new RangeError('there is no vote-off by these rules');
  return explainVoteOff(award, standing);
}
