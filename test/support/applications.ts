import type { Application } from '../../src/stages/bids/application';

/** An application that passes every check of the small round that a rule decides: 100,000.00 asked of 200,000.00. */
export function application(changes: Partial<Application> & object = {}): Application {
  return {
    schema: 'yichuang/application/1',
    title: '独居老人助餐',
    category: 'elderly',
    sections: {
      summary: '为四十位独居老人每日送餐。',
      need: '社区有四十位独居老人无人做饭。',
      plan: '设立助餐点，志愿者分组送餐。',
      team: '专职社工两名，志愿者二十名。',
    },
    budgetLines: [
      { code: 'staff', amount: '120000.00' },
      { code: 'activities', amount: '50000.00' },
      { code: 'materials', amount: '30000.00', note: '餐盒与保温箱' },
    ],
    ownFunds: '100000.00',
    activities: [{ name: '每日送餐', times: 180, heads: 40 }],
    indicators: [{ name: '服务人次', target: 7200, unit: '人次' }],
    ...changes,
  };
}

/** A document, or a text as it stands, as it is sent. */
export function base64Of(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return Buffer.from(text, 'utf8').toString('base64');
}
