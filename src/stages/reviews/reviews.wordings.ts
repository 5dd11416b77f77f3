import { defineWordings } from '../../kernel/wording';

/** What experts, organizers and bidders are told in the course of a review. */
export const reviewWordings = defineWordings('reviews', {
  poolTooSmall: {
    zh: {
      title: '专家库人数不足',
      body: '轮次{round}：席位“{seat}”需要专家{needed}人，回避之后只有{found}人。补充专家后请确认重新抽取。',
    },
    en: {
      title: 'The pool of experts is too small',
      body: 'Round {round}: the seat “{seat}” needs {needed} experts, after recusals there are {found}. Add experts, then say that the pool may be drawn from again.',
    },
  },
  invitation: {
    zh: {
      title: '评审邀请',
      body: '您被随机抽取为轮次{round}的评审专家。请于{dueAt}前核对申报单位名单，接受邀请、申请回避或谢绝。',
    },
    en: {
      title: 'An invitation to review',
      body: 'You were drawn as an expert for round {round}. Before {dueAt}, please check the list of bidders and accept, recuse yourself or decline.',
    },
  },
  seatLost: {
    zh: { title: '评审席位已递补', body: '轮次{round}的评审席位已由其他专家递补，您无须再办理。' },
    en: {
      title: 'The seat was given to somebody else',
      body: 'Your seat on the panel of round {round} was given to another expert; nothing is left to do.',
    },
  },
  score: {
    zh: { title: '评分', body: '请于{dueAt}前完成轮次{round}全部申报的评分。' },
    en: { title: 'Score the bids', body: 'Please score all bids of round {round} before {dueAt}.' },
  },
  scoreReminder: {
    zh: { title: '评分即将到期', body: '轮次{round}的评分须于{dueAt}前完成。' },
    en: {
      title: 'Scoring ends soon',
      body: 'The bids of round {round} have to be scored before {dueAt}.',
    },
  },
  scoreOverdue: {
    zh: {
      title: '评分已逾期',
      body: '轮次{round}有{count}位专家未在期限内完成评分，请督促或更换。',
    },
    en: {
      title: 'Sheets are overdue',
      body: 'In round {round}, {count} experts have not scored in time; please remind or replace them.',
    },
  },
  confirm: {
    zh: {
      title: '说明评分偏离',
      body: '轮次{round}：您有一份评分表与中位数相差{deviation}分，请说明理由并确认。',
    },
    en: {
      title: 'Confirm a sheet that strays',
      body: 'Round {round}: one of your sheets lies {deviation} points from the median. Please confirm it with the reason.',
    },
  },
  confirmOverdue: {
    zh: {
      title: '评分偏离未说明',
      body: '轮次{round}有{count}份偏离的评分表未在期限内说明，请督促专家办理。',
    },
    en: {
      title: 'Sheets that stray are not confirmed',
      body: 'In round {round}, {count} straying sheets were not confirmed in time; please see that the experts do it.',
    },
  },
  sign: {
    zh: {
      title: '签署评审报告',
      body: '轮次{round}的评审报告已形成，请于{dueAt}前签署；逾期未签又未写明不同意见的，视为同意。',
    },
    en: {
      title: 'Sign the report',
      body: 'The report of round {round} is ready. Please sign it before {dueAt}; silence counts as consent.',
    },
  },
  whyFirst: {
    zh: {
      title: '第1名',
      body: '平均分{score}，在{of}个及格的申报中排第{rank}名；及格线为{passMark}分。',
    },
    en: {
      title: 'Rank 1',
      body: 'The mean of {score} is rank {rank} of the {of} bids that passed; the pass mark is {passMark}.',
    },
  },
  whyByScore: {
    zh: {
      title: '第{rank}名',
      body: '平均分{score}，在{of}个及格的申报中排第{rank}名；前一名的分数较高（{arithmetic}）。',
    },
    en: {
      title: 'Rank {rank}',
      body: 'The mean of {score} is rank {rank} of the {of} bids that passed; the one before has a higher score ({arithmetic}).',
    },
  },
  whyByTieBreak: {
    zh: {
      title: '第{rank}名',
      body: '平均分{score}，在{of}个及格的申报中排第{rank}名；与前一名同分，先收到者在前（{arithmetic}）。',
    },
    en: {
      title: 'Rank {rank}',
      body: 'The mean of {score} is rank {rank} of the {of} bids that passed; the one before has the same score and came in earlier ({arithmetic}).',
    },
  },
  whyByPanel: {
    zh: { title: '评审小组', body: '由评审小组“{panel}”评分，与其他评审小组的申报一并排名。{why}' },
    en: {
      title: 'Scored by one of several panels',
      body: 'Scored by the panel “{panel}” and ranked together with the bids of the others. {why}',
    },
  },
  whyByRules: {
    zh: {
      title: '第{rank}名',
      body: '得分{score}，在{of}个及格的申报中排第{rank}名；与前一名同分，按规则所列的次序区分（{arithmetic}）。',
    },
    en: {
      title: 'Rank {rank}',
      body: 'The score of {score} is rank {rank} of the {of} bids that passed; the one before has the same score, and the rules tell them apart ({arithmetic}).',
    },
  },
  whyNotPassed: {
    zh: { title: '未通过', body: '得分{score}，未达到规则的要求（{arithmetic}），不列名次。' },
    en: {
      title: 'Not passed',
      body: 'The score of {score} does not reach what the rules ask for ({arithmetic}), so there is no rank.',
    },
  },
  whyExcluded: {
    zh: {
      title: '经裁定出局',
      body: '按规则须由人裁定的事项（{decisions}）作出了不予通过的结论，不列名次。',
    },
    en: {
      title: 'Put out by a decision',
      body: 'What the rules leave to a person ({decisions}) was decided against it, so there is no rank.',
    },
  },
  notShortlisted: {
    zh: {
      title: '未入围',
      body: '您的申报{number}在入围评选中得{figure}，未进入前{kept}个入围项目。',
    },
    en: {
      title: 'Not shortlisted',
      body: 'Your bid {number} came to {figure} in the first selection and is not among the {kept} that are kept.',
    },
  },
  whyBelow: {
    zh: { title: '未达及格线', body: '平均分{score}，低于及格线{passMark}分，不列名次。' },
    en: {
      title: 'Below the pass mark',
      body: 'The mean of {score} is below the pass mark of {passMark}, so there is no rank.',
    },
  },
});
