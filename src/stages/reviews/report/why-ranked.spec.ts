import { word } from '../../../kernel/wording';
import type { RankedEntry } from './assemble-ranking';
import { whyRanked } from './why-ranked';

const explained = { rule: '/scoring', inputs: {}, arithmetic: '84.00 > 83.40' };
const entry = (changes: Partial<RankedEntry>): RankedEntry => ({
  bidId: 'b',
  mean: '83.40',
  median: '83',
  passed: true,
  rank: 7,
  decidedBy: 'score',
  sheets: [],
  explanation: { mean: explained, place: explained },
  ...changes,
});
const told = (changes: Partial<RankedEntry>, locale: 'zh-CN' | 'en') => {
  const { code, facts } = whyRanked(entry(changes), 12, '60');
  return word(code, facts, locale).body;
};

describe('whyRanked', () => {
  it('tells the seventh that the one before has the higher score', () => {
    expect(told({}, 'zh-CN')).toBe(
      '平均分83.40，在12个及格的申报中排第7名；前一名的分数较高（84.00 > 83.40）。',
    );
    expect(told({}, 'en')).toContain('rank 7 of the 12 bids that passed');
  });

  it('tells that a tie was broken by the earlier receipt', () => {
    expect(told({ decidedBy: 'earlier-receipt' }, 'zh-CN')).toContain('与前一名同分，先收到者在前');
  });

  it('tells the first of no one before', () => {
    expect(told({ rank: 1 }, 'en')).toBe(
      'The mean of 83.40 is rank 1 of the 12 bids that passed; the pass mark is 60.',
    );
  });

  it('tells that another rule broke a tie, by its figures and not by the receipt', () => {
    const by = told({ decidedBy: 'lower-amount' }, 'zh-CN');
    expect(by).toContain('84.00 > 83.40');
    expect(by).not.toContain('先收到');
  });

  it('tells of the decision that put a bid out, and of a whole score that does not reach', () => {
    const entryOut = { ...entry({ rank: null, passed: false }), excludedBy: ['site-check'] };
    const out = whyRanked(entryOut, 12, '60');
    expect(word(out.code, out.facts, 'en').body).toContain('(site-check)');
    const whole = { ...entry({ rank: null, passed: false }), parts: [] };
    const failed = whyRanked(whole, 12, '60');
    expect(word(failed.code, failed.facts, 'zh-CN').body).toContain('84.00 > 83.40');
  });

  it('tells who did not pass of the pass mark', () => {
    expect(told({ rank: null, passed: false, mean: '59.99' }, 'zh-CN')).toBe(
      '平均分59.99，低于及格线60分，不列名次。',
    );
  });
});
