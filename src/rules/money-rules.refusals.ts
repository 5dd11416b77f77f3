import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What the money of a rule set can say against itself: pots, lots, amounts, prizes, own match. */
export const refuseMoneyRules = defineRefusals('RULES', {
  POT_SHARES_NOT_ALL: fault(
    '有的资金写了比例，资金“{fund}”没有写；应全部写明或全部不写。',
    'Some pots say a share and the pot "{fund}" does not: either all say it or none.',
  ),
  POT_SHARES_NOT_WHOLE: fault(
    '各项资金的比例合计为{total}，应为1。',
    'The shares of the pots total {total} instead of 1.',
  ),
  EARMARK_NOT_LOTTERY: fault(
    '资金“{fund}”不是福利彩票公益金，不能写彩票公益金的专项用途。',
    'The pot "{fund}" is not of the welfare lottery: the purposes of lottery money do not bind it.',
  ),
  CATEGORY_WITHOUT_POT: fault(
    '没有一项资金可以用于类别“{category}”。',
    'No pot may pay for the category "{category}".',
  ),
  LOT_BUDGET_ZERO: fault(
    '分包“{lot}”的经费为零，其项目都得不到资助。',
    'The lot "{lot}" has a budget of nothing: none of its bids could be funded.',
  ),
  LOT_BUDGETS_ABOVE_POTS: fault(
    '各分包经费合计{total}元，超过本轮资金{pots}元。',
    'The budgets of the lots total {total} yuan, more than the {pots} yuan of the round.',
  ),
  LOT_WINNERS_ABOVE_BUDGET: fault(
    '分包“{lot}”可立项{winners}个，每个至少{least}元，超过可用的{budget}元。',
    'The lot "{lot}" has {winners} winners of at least {least} yuan each, more than the {budget} yuan there are for them.',
  ),
  QUOTA_ABOVE_BUDGET: fault(
    '类别“{category}”的名额为{quota}个，每个至少{least}元，超过可用的{budget}元。',
    'The category "{category}" has a quota of {quota} at {least} yuan or more each, above the {budget} yuan there are for it.',
  ),
  QUOTAS_ABOVE_POTS: fault(
    '各类别的名额全部用上至少需{total}元，超过本轮资金{pots}元。',
    'The quotas of all categories need at least {total} yuan, more than the {pots} yuan of the round.',
  ),
  AWARDS_ABOVE_POTS: fault(
    '最多立项{most}个，每个至少{least}元，超过本轮资金{pots}元。',
    'Up to {most} awards of at least {least} yuan each are more than the {pots} yuan of the round.',
  ),
  LEAST_GRANT_ABOVE_POTS: fault(
    '每个项目至少{least}元，超过本轮资金{pots}元，一个也资助不了。',
    'Every grant is at least {least} yuan, more than the {pots} yuan of the round: none could be paid.',
  ),
  CATEGORY_CAP_BELOW_LEAST: fault(
    '类别“{category}”的资助上限{cap}元低于最低资助额{least}元。',
    'The cap of the category "{category}", {cap} yuan, is below the least grant of {least} yuan.',
  ),
  AMOUNTS_REVERSED: fault(
    '最低金额{least}元高于最高金额{most}元。',
    'The least amount, {least} yuan, is above the most, {most} yuan.',
  ),
  TIERS_NOT_ASCENDING: fault(
    '档位{amount}元不高于前一档；档位应由低到高，且高于零。',
    'The tier of {amount} yuan is not above the one before it; tiers go up, from above zero.',
  ),
  PRIZE_RANKS_REVERSED: fault(
    '名次从第{from}名到第{to}名，前后颠倒。',
    'The ranks run from {from} to {to}: the last is before the first.',
  ),
  PRIZE_RANKS_OVERLAP: fault('第{rank}名写了两次。', 'The rank {rank} stands here twice.'),
  PRIZE_RANKS_GAP: fault(
    '没有写明第{rank}名，后面的名次却写了。',
    'Nothing is said of the rank {rank}, but of ranks behind it.',
  ),
  PRIZES_REVERSED: fault(
    '第{rank}名的奖金高于更靠前的名次。',
    'The prize of the rank {rank} is above that of a better one.',
  ),
  PRIZES_ABOVE_POTS: fault(
    '奖金合计{total}元，超过本轮资金{pots}元。',
    'The prizes total {total} yuan, more than the {pots} yuan of the round.',
  ),
  PRIZES_WITHOUT_RANKS: fault(
    '立项规则“{variant}”不排名次，无法按名次定奖金。',
    'The award rule "{variant}" ranks nobody: there is no rank to give a prize to.',
  ),
  OUTPUTS_ABOVE_CAP: fault(
    '全部产出按单价合计{total}元，超过上限{maxAmount}元。',
    'All outputs at their prices come to {total} yuan, above the limit of {maxAmount} yuan.',
  ),
  CAPS_REVERSED: fault(
    '无捐助时的上限{without}元高于有捐助时的上限{with}元。',
    'The cap without gifts, {without} yuan, is above the cap with gifts, {with} yuan.',
  ),
  SHARES_REVERSED: fault(
    '最低比例{min}高于最高比例{max}。',
    'The least share, {min}, is above the most, {max}.',
  ),
  LIMIT_OF_NOTHING: fault(
    '没有写明最高或最低比例，此项限制不起作用。',
    'Neither a least nor a most share is said: the limit limits nothing.',
  ),
  NEEDED_BY: fault(
    '“{by}”需要“{name}”，规则中没有。',
    '"{by}" needs "{name}", which the rules do not have.',
  ),
  SHARE_LEFT_MISSING: fault(
    '“{variant}”须写明至少剩余多少比例（leastShareLeft）。',
    '"{variant}" needs to say which share must be left (leastShareLeft).',
  ),
  SHARE_LEFT_NOT_ASKED: fault(
    '“{variant}”不看剩余比例（leastShareLeft），写了也不起作用。',
    '"{variant}" does not look at the share that is left (leastShareLeft): it would do nothing.',
  ),
  VOTE_OFF_OF_NOTHING: fault(
    '票决的{contested}个项目中选{winners}个，等于不用票决。',
    'Of the {contested} bids in the vote-off {winners} win: there is nothing to vote on.',
  ),
  MODE_UNSUITED: fault(
    '“{mode}”类轮次应以“{wanted}”立项，不是“{variant}”。',
    'A round of the kind "{mode}" awards by "{wanted}", not by "{variant}".',
  ),
});
