import { defineWordings } from '../../kernel/wording';

/** What people are told about awards. */
export const awardWordings = defineWordings('awards', {
  approve: {
    zh: { title: '审批立项方案', body: '轮次{round}的立项方案等待审批。' },
    en: {
      title: 'Approve the proposed awards',
      body: 'The proposed awards of the round {round} wait for approval.',
    },
  },
  voteOffMiscounted: {
    zh: {
      title: '更正票决结果',
      body: '轮次{round}的票决应选出{wanted}个项目，录入的胜出项目为{given}个，请更正。',
    },
    en: {
      title: 'Correct the outcome of a vote-off',
      body: 'The vote-off of the round {round} has to have {wanted} winners, and {given} were entered. Please correct it.',
    },
  },
  approveSingle: {
    zh: { title: '审批立项', body: '项目“{title}”（{amount}元）的立项等待审批。' },
    en: {
      title: 'Approve an award',
      body: 'The award for “{title}” ({amount} yuan) waits for approval.',
    },
  },
  noticed: {
    zh: {
      title: '立项公示',
      body: '项目“{title}”所在轮次{round}的拟立项结果已公示，至{lastDay}止。公示期内可以提出异议。',
    },
    en: {
      title: 'Proposed awards on public notice',
      body: 'The proposed awards of the round {round}, in which you bid with “{title}”, are on public notice until {lastDay}. Objections are taken while it stands.',
    },
  },
  ownNoticed: {
    zh: {
      title: '立项公示',
      body: '项目“{title}”（{amount}元）的拟立项已公示，至{lastDay}止。',
    },
    en: {
      title: 'Proposed award on public notice',
      body: 'The proposed award for “{title}” ({amount} yuan) is on public notice until {lastDay}.',
    },
  },
  resultFunded: {
    zh: {
      title: '立项通知',
      body: '项目“{title}”得分{score}，第{rank}名，予以立项，资助{amount}元。得分计算：{sheets}。立项计算：{sum}。请按期签订合同。',
    },
    en: {
      title: 'Your project is awarded',
      body: '“{title}” scored {score}, rank {rank}, and is awarded {amount} yuan. The score: {sheets}. The award: {sum}. Please sign the contract in time.',
    },
  },
  resultReserve: {
    zh: {
      title: '评审结果：备选',
      body: '项目“{title}”得分{score}，第{rank}名，列为备选。得分计算：{sheets}。立项计算：{sum}。立项页面有文字说明。',
    },
    en: {
      title: 'Result: on the reserve list',
      body: '“{title}” scored {score}, rank {rank}, and is on the reserve list. The score: {sheets}. The award: {sum}. The page of the award says it in words.',
    },
  },
  resultNotFunded: {
    zh: {
      title: '评审结果：未立项',
      body: '项目“{title}”得分{score}，本轮未予立项。得分计算：{sheets}。原因：{sum}。',
    },
    en: {
      title: 'Result: not awarded',
      body: '“{title}” scored {score} and is not awarded in this round. The score: {sheets}. The reason: {sum}.',
    },
  },
  singleConfirmed: {
    zh: {
      title: '立项通知',
      body: '项目“{title}”公示期满，予以立项，资助{amount}元。请按期签订合同。',
    },
    en: {
      title: 'Your project is awarded',
      body: 'The notice for “{title}” is over: it is awarded {amount} yuan. Please sign the contract in time.',
    },
  },
  reserveReleased: {
    zh: { title: '备选结束', body: '本轮立项已结束，项目“{title}”未能递补。' },
    en: {
      title: 'The reserve list is closed',
      body: 'The awards of the round are settled; “{title}” did not come up from the reserve.',
    },
  },
  declined: {
    zh: { title: '承接方放弃立项', body: '项目“{title}”的承接方放弃立项，资金已释放。' },
    en: {
      title: 'An award was declined',
      body: 'The award for “{title}” was declined; its money is released.',
    },
  },
  lapsed: {
    zh: { title: '立项失效', body: '项目“{title}”未在期限内签订合同，视为放弃立项。' },
    en: {
      title: 'Your award has lapsed',
      body: 'The contract for “{title}” was not signed in time, which counts as declining the award.',
    },
  },
  revoked: {
    zh: { title: '立项被撤销', body: '项目“{title}”因异议成立，立项已撤销。' },
    en: {
      title: 'Your award was revoked',
      body: 'An objection against the award for “{title}” was upheld, and the award is revoked.',
    },
  },
});
