import { defineWordings } from '../../../kernel/wording';

/** What people are told while a guide list is drawn up. */
export const guideListWordings = defineWordings('guideLists', {
  answer: {
    zh: {
      title: '答复征求意见',
      body: '项目指引清单“{list}”的条目“{item}”征求贵单位意见，请答复是否同意。',
    },
    en: {
      title: 'Answer a consultation',
      body: 'Your unit is asked whether it consents to the item “{item}” of the guide list “{list}”.',
    },
  },
  publish: {
    zh: {
      title: '审批公布项目指引清单',
      body: '项目指引清单“{list}”征求的意见已全部答复，请审批公布。',
    },
    en: {
      title: 'Publish a guide list',
      body: 'Every unit has answered on the guide list “{list}”; it waits for its publication.',
    },
  },
});
