import { defineWordings } from '../../kernel/wording';

/** What people are told about decisions. The question itself is in the task's thing, in both languages. */
export const decisionWordings = defineWordings('decisions', {
  decide: {
    zh: { title: '需要裁定', body: '轮次{round}有规则所列问题需由您裁定：{code}。请说明理由。' },
    en: {
      title: 'A decision is asked of you',
      body: 'The rules of the round {round} ask you to decide: {code}. Give a reason.',
    },
  },
});
