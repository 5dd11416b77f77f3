import type { Refusal } from '../../../kernel/refusal';
import type { ChangeRule } from '../../../rules';
import { requireStated, type ChangeStatements } from './change-statements';

const asked = (
  rules: Pick<ChangeRule, 'states' | 'approval'>,
  statements: ChangeStatements,
  attached = 0,
): [string, string | undefined] | null => {
  try {
    requireStated(rules, statements, attached);
    return null;
  } catch (error) {
    const { code, pointer } = error as Refusal;
    return [code, pointer];
  }
};

describe('requireStated', () => {
  const all: ChangeRule['states'] = [
    ...(['before', 'after', 'reason'] as const),
    ...(['effect-on-time', 'effect-on-cost', 'effect-on-people'] as const),
  ];
  const whole = {
    ...{ before: '每周一次', after: '每周两次', reason: '需求增加' },
    ...{ effectOnTime: '无', effectOnCost: '增加', effectOnPeople: '两人' },
  };

  it('takes a request that states all that is asked for', () => {
    expect(asked({ states: all, approval: 'approval' }, whole)).toBeNull();
    expect(asked({ approval: 'notice' }, {})).toBeNull();
  });

  it.each([
    ['before', '/statements/before'],
    ['effectOnCost', '/statements/effectOnCost'],
  ] as const)('refuses one without %s', (field, pointer) => {
    const statements = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
    expect(asked({ states: all, approval: 'approval' }, statements)).toEqual([
      'CONTRACTS.STATEMENT_MISSING',
      pointer,
    ]);
  });

  it('asks for the paper where the applicant signs by hand, and only there', () => {
    expect(asked({ approval: 'signature' }, {})).toEqual([
      'CONTRACTS.PAPER_MISSING',
      '/attachments',
    ]);
    expect(asked({ approval: 'signature' }, {}, 1)).toBeNull();
    expect(asked({ approval: 'agreement' }, {})).toBeNull();
  });
});
