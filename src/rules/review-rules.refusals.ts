import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What the review of a rule set can say against itself: panels, criteria, parts of the score, shortlist and pitch. */
export const refuseReviewRules = defineRefusals('RULES', {
  PANEL_EVEN_BY_LAW: fault(
    '评审人数{size}为偶数；依据{article}应为单数。',
    'A panel of {size} is even; by {article} it must be odd.',
  ),
  PANEL_CODE_RESERVED: fault(
    '“{panel}”是系统对评审小组的称呼，不能用作代码。',
    'The system calls a panel "{panel}" by itself; it cannot be a code.',
  ),
  PANEL_NOT_ASKED: fault(
    '得分中没有评审小组的分数，评审小组打的分不起作用。',
    'No part of the score is the panel’s: what it scored would do nothing.',
  ),
  CRITERIA_WITHOUT_PANEL: fault(
    '有评审指标，但没有评审小组打分。',
    'There are criteria, but no panel to score them.',
  ),
  CRITERIA_MISSING: fault('评审小组没有可打分的指标。', 'The panel has no criteria to score.'),
  PART_TWICE: fault(
    '“{variant}”这部分得分计了两次。',
    'The part "{variant}" counts twice in the score.',
  ),
  PART_NEEDS: fault(
    '“{variant}”这部分得分需要“{name}”，规则中没有。',
    'The part "{variant}" of the score needs "{name}", which the rules do not have.',
  ),
  PRICE_WITHOUT_CHOICE: fault(
    '各项目金额都一样（“{variant}”），价格分分不出高低。',
    'All amounts are the same ("{variant}"): points for the price would tell nobody from anybody.',
  ),
  BONUS_REVERSED: fault(
    '加分最少{min}分，高于最多{max}分。',
    'The bonus is at least {min} points, above the most of {max}.',
  ),
  UNKNOWN_SEAT: fault(
    '评审小组“{panel}”没有代码为“{seat}”的席位。',
    'The panel "{panel}" has no seat with the code "{seat}".',
  ),
  UNKNOWN_CRITERION: fault(
    '没有代码为“{criterion}”的评审指标。',
    'There is no criterion with the code "{criterion}".',
  ),
  UNKNOWN_PART: fault(
    '得分中没有代码为“{part}”的部分。',
    'No part of the score has the code "{part}".',
  ),
  SEAT_WITHOUT_WEIGHT: fault('席位“{seat}”没有权重。', 'The seat "{seat}" has no weight.'),
  SEAT_WEIGHTS_NOT_WHOLE: fault(
    '各席位权重合计为{total}，应为1。',
    'The weights of the seats total {total} instead of 1.',
  ),
  ALL_SHEETS_DROPPED: fault(
    '去掉最高{highest}份、最低{lowest}份后，{size}人的评审小组没有剩下的评分表。',
    'With the {highest} highest and the {lowest} lowest dropped, nothing is left of a panel of {size}.',
  ),
  SHORTLIST_KEEPS_ALL: fault(
    '入围没有写明前几名或及格线，等于全部入围。',
    'The shortlist says neither how many nor from which mark: all would be kept.',
  ),
  BREACH_WITHOUT_LIMIT: fault(
    '“{breach}”会取消资格，但没有写明“{name}”。',
    '"{breach}" puts a bid out, but "{name}" is not said.',
  ),
});
