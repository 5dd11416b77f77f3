import { parseRuleFragment } from './rule-set';
import { RulesRefused } from './rules.refusals';

const named = (path: string) => ({
  path,
  source: 'invented',
  note: { zh: '测试用。', en: 'For this test.' },
});

/** A fragment whose one alternative pays in these two shares. */
function fragmentWith(tranches: readonly [first: string, second: string]): unknown {
  const [first, second] = tranches.map((share, index) => ({
    code: `part-${index + 1}`,
    name: { zh: '付款', en: 'Payment' },
    share,
    trigger: { variant: 'contract-signed' },
    meaning: 'advance',
    dueWithin: { n: 30, unit: 'calendarDays' },
  }));
  return {
    schema: 'yichuang/rules-fragment/1',
    code: 'two-ways',
    title: { zh: '两种付法', en: 'Two ways of paying' },
    regime: 'grant',
    parts: { mode: 'subsidy' },
    alternatives: [
      {
        code: 'in-two',
        name: { zh: '分两期', en: 'In two payments' },
        parts: { tranches: [first, second] },
      },
    ],
    provenance: [named('/parts'), named('/alternatives')],
  };
}

describe('the alternatives of a fragment', () => {
  it('are read when each is sound by itself', () => {
    expect(() => parseRuleFragment(fragmentWith(['0.8', '0.2']))).not.toThrow();
  });

  it('are refused with the place in the alternative that contradicts itself', () => {
    const faults = faultsOf(fragmentWith(['0.8', '0.21']));
    expect(faults).toEqual([
      { code: 'RULES.TRANCHES_NOT_WHOLE', pointer: '/alternatives/0/parts/tranches' },
    ]);
  });
});

function faultsOf(document: unknown): { readonly code: string; readonly pointer?: string }[] {
  try {
    parseRuleFragment(document);
    return [];
  } catch (error) {
    if (!(error instanceof RulesRefused)) throw error;
    return error.faults.map(({ code, pointer }) => ({ code, pointer }));
  }
}
