import type { Refusal } from '../kernel/refusal';
import { amountReach, potsTotal, yuan } from './amount-reach';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { reading, type PartCheck } from './part-check';
import { titleRanks } from './prize.contradictions';
import type { AwardRule, RankWithinBudget, RuleSet, VoteOff } from './rule-set.types';

const AT = pointerTo('award');

/** What the award rule says against itself, the kind of round and the money. */
export const awardChecks: readonly PartCheck[] = [
  reading(['award'], ({ award }) => inAward(award)),
  reading(['award', 'mode'], ({ award: { variant }, mode }) =>
    mode === 'entitlement' && variant !== 'entitlement'
      ? [refuseMoneyRules('RULES.MODE_UNSUITED', { mode, variant, wanted: mode }, AT)]
      : [],
  ),
  reading(['award', 'amount', 'funding'], mostAboveThePots),
  reading(['titles'], ({ titles }) => titleRanks(titles)),
];

function inAward(award: AwardRule): Refusal[] {
  switch (award.variant) {
    case 'rank-within-budget':
      return leastShareLeft(award);
    case 'vote-off':
      return nothingToVoteOn(award);
    default:
      return [];
  }
}

function leastShareLeft({
  whenItDoesNotFit: variant,
  leastShareLeft: share,
}: RankWithinBudget): Refusal[] {
  const isAsked = variant === 'partial' || variant === 'overrun';
  if (isAsked === (share !== undefined)) return [];
  const at = AT + pointerTo('leastShareLeft');
  return isAsked
    ? [refuseMoneyRules('RULES.SHARE_LEFT_MISSING', { variant }, at)]
    : [refuseMoneyRules('RULES.SHARE_LEFT_NOT_ASKED', { variant }, at)];
}

function nothingToVoteOn({ contested, winners }: VoteOff): Refusal[] {
  if (winners < contested) return [];
  const facts = { contested, winners };
  return [refuseMoneyRules('RULES.VOTE_OFF_OF_NOTHING', facts, AT + pointerTo('winners'))];
}

function mostAboveThePots({
  award,
  amount,
  funding,
}: Pick<RuleSet, 'award' | 'amount' | 'funding'>): Refusal[] {
  const awarded = mostAwards(award);
  if (awarded === null) return [];
  const { leastFen } = amountReach(amount);
  const potsFen = potsTotal(funding);
  if (leastFen * BigInt(awarded.most) <= potsFen) return [];
  const facts = { most: awarded.most, least: yuan(leastFen), pots: yuan(potsFen) };
  return [refuseMoneyRules('RULES.AWARDS_ABOVE_POTS', facts, AT + pointerTo(awarded.name))];
}

/** How many awards the rule names, if it does, and under which name. */
function mostAwards(award: AwardRule): { most: number; name: string } | null {
  if (award.variant === 'vote-off') {
    return { most: award.direct + award.winners, name: 'winners' };
  }
  if (award.variant !== 'rank-within-budget' || award.most === undefined) return null;
  return { most: award.most, name: 'most' };
}
