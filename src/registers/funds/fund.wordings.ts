import { defineWordings } from '../../kernel/wording';

export const fundWordings = defineWordings('funds', {
  closeYear: {
    zh: { title: '审批年度结转', body: '资金“{fund}”拟办理{year}年度结转，请审批。' },
    en: {
      title: 'Decide on the closing of a year',
      body: 'It is proposed to close the year {year} of the fund “{fund}”; please decide.',
    },
  },
});
