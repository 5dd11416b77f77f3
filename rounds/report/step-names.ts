import type { BilingualText, Step } from '../../src/rules';

/** How the steps of a round are called, in the order of the product. */
export const stepNames: Readonly<Record<Step, BilingualText>> = {
  needs: { zh: '需求征集', en: 'needs' },
  call: { zh: '申报', en: 'call' },
  forwarding: { zh: '推荐', en: 'forwarding' },
  qualification: { zh: '资格审查', en: 'qualification' },
  shortlisting: { zh: '入围', en: 'first selection' },
  optimisation: { zh: '项目优化', en: 'optimisation' },
  gifts: { zh: '定向捐助', en: 'gifts' },
  votes: { zh: '投票', en: 'votes' },
  pitch: { zh: '路演', en: 'pitch' },
  review: { zh: '评审', en: 'review' },
  'site-check': { zh: '实地核查', en: 'site check' },
  pricing: { zh: '定价', en: 'pricing' },
  award: { zh: '立项', en: 'award' },
  notice: { zh: '公示', en: 'notice' },
  contract: { zh: '签约', en: 'contract' },
  payment: { zh: '拨付', en: 'payment' },
  implementation: { zh: '实施', en: 'implementation' },
  midterm: { zh: '中期评估', en: 'mid-term evaluation' },
  final: { zh: '末期评估', en: 'final evaluation' },
  close: { zh: '结项', en: 'close' },
};
