import { defineWordings } from '../../../kernel/wording';

/** What people are told while a street's list is screened, and at its end. */
export const screeningWordings = defineWordings('screening', {
  nameExperts: {
    zh: {
      title: '指定筛选专家',
      body: '{street}已上报服务需求清单（{count}条），请指定专家筛选。',
    },
    en: {
      title: 'Name the experts of a screening',
      body: 'The service-needs list of {street} ({count} needs) was reported; name the experts who screen it.',
    },
  },
  score: {
    zh: { title: '为需求评分', body: '请为{street}清单中的{count}条需求逐条评分并写明意见。' },
    en: {
      title: 'Score needs',
      body: 'Score each of the {count} needs on the list of {street}, with a comment.',
    },
  },
  released: {
    zh: {
      title: '不再担任筛选专家',
      body: '{street}清单的筛选已改由他人担任，理由：{reason}。您无需再评分。',
    },
    en: {
      title: 'No longer an expert of a screening',
      body: 'Somebody else screens the list of {street} now: {reason}. You need not score it any more.',
    },
  },
  scoreReminder: {
    zh: {
      title: '评分即将到期',
      body: '{street}清单中还有{count}条需求待您评分，须于{dueAt}前提交。',
    },
    en: {
      title: 'Sheets are due soon',
      body: '{count} needs on the list of {street} still wait for your sheet; hand them in before {dueAt}.',
    },
  },
  scoreOverdue: {
    zh: {
      title: '筛选评分已逾期',
      body: '{street}清单的评分未在期限内交齐（缺{count}份），请催办或更换专家。',
    },
    en: {
      title: 'A screening is overdue',
      body: '{count} sheets for the list of {street} did not come in time; press for them or name other experts.',
    },
  },
  selected: {
    zh: {
      title: '需求已入选',
      body: '您提交或附议的需求“{title}”经专家筛选入选：平均{score}分，入选线为{selectFrom}分。下一步：区级经办人员将其编入项目指引清单，征求有关单位意见后公布。',
    },
    en: {
      title: 'A need was selected',
      body: 'The need “{title}”, which you submitted or joined, was selected by the experts: {score} points on average, {selectFrom} were needed. Where it goes next: into the guide list of projects, which is published once the units concerned were consulted.',
    },
  },
  kept: {
    zh: {
      title: '需求保留至下次',
      body: '您提交或附议的需求“{title}”经专家筛选得平均{score}分，未达入选线{selectFrom}分，但达到保留线{keepFrom}分，予以保留。下一步：下次征集时可补充后再次提交，街道核查时会看到这次的结果。',
    },
    en: {
      title: 'A need is kept for next time',
      body: 'The need “{title}”, which you submitted or joined, got {score} points on average: less than the {selectFrom} for being selected, but enough for the {keepFrom} from which needs are kept. Where it goes next: complete and submit it in the next collection; the street will see this result when it checks it.',
    },
  },
  notSelected: {
    zh: {
      title: '需求未入选',
      body: '您提交或附议的需求“{title}”经专家筛选得平均{score}分，低于保留线{keepFrom}分，本次未入选。下一步：本次办理到此结束；情况变化后可在下次征集时重新提交。',
    },
    en: {
      title: 'A need was not selected',
      body: 'The need “{title}”, which you submitted or joined, got {score} points on average, less than the {keepFrom} from which needs are kept, and was not selected. Where it goes next: it ends here; should things change, it may be submitted anew in the next collection.',
    },
  },
});
