import {
  allRefusals,
  defineRefusals,
  Refusal,
  refuse,
  tell,
  type RefusalDefinition,
} from './refusal';

const sound = {
  status: 409,
  zh: '需求处于“{state}”，不能再提交。',
  en: 'A need that is {state} cannot be submitted.',
  whatToDo: { zh: '请查看需求的进展。', en: 'Look at how the need is doing.' },
} as const satisfies RefusalDefinition;

const withChange = (change: Partial<RefusalDefinition>) => ({ WRONG: { ...sound, ...change } });

describe('defineRefusals', () => {
  const refuseNeed = defineRefusals('SPEC_NEEDS', { OUT_OF_ORDER: sound });

  it('gives a function that makes the refusals of the family', () => {
    const refusal = refuseNeed('SPEC_NEEDS.OUT_OF_ORDER', { state: 'merged' }, '/state');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      code: 'SPEC_NEEDS.OUT_OF_ORDER',
      facts: { state: 'merged' },
      pointer: '/state',
      message: 'SPEC_NEEDS.OUT_OF_ORDER: A need that is merged cannot be submitted.',
    });
  });

  it('lists what was defined, by code', () => {
    defineRefusals('SPEC_AAA', { FIRST: sound });
    const codes = allRefusals().map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(allRefusals()).toContainEqual({ code: 'SPEC_NEEDS.OUT_OF_ORDER', ...sound });
  });

  it('refuses a code defined twice', () => {
    expect(() => defineRefusals('SPEC_NEEDS', { OUT_OF_ORDER: sound })).toThrow('defined twice');
  });

  it.each([
    ['a Chinese text without Chinese', { zh: 'merged {state}' }, 'no Chinese'],
    ['an English text with Chinese', { en: 'A 需求 that is {state}' }, 'Chinese in'],
    ['an empty English text', { whatToDo: { zh: '请重试。', en: ' ' } }, 'is empty'],
    ['advice without Chinese', { whatToDo: { zh: 'look', en: 'look' } }, 'no Chinese'],
    ['advice with Chinese in English', { whatToDo: { zh: '看', en: '看' } }, 'Chinese in'],
    ['a fact that only one language names', { en: 'Not now.' }, 'the same facts'],
    ['a status of our own failures', { status: 500 }, 'not 4xx'],
    ['a status that is no number of HTTP', { status: 409.5 }, 'not 4xx'],
  ])('refuses %s', (_, change, reason) => {
    expect(() => defineRefusals('SPEC_BAD', withChange(change))).toThrow(reason);
  });

  it.each(['spec', 'SPEC-BAD', ''])('refuses the family name "%s"', (family) => {
    expect(() => defineRefusals(family, { WRONG: sound })).toThrow('FAMILY.NAME');
  });
});

describe('refuse', () => {
  it('refuses to make a refusal that nobody defined', () => {
    expect(() => refuse('SPEC_NEEDS.UNHEARD_OF')).toThrow('no such refusal');
  });
});

describe('tell', () => {
  it('puts the facts into the text of either language', () => {
    expect(tell('SPEC_NEEDS.OUT_OF_ORDER', { state: 'merged' }, 'zh-CN')).toEqual({
      text: '需求处于“merged”，不能再提交。',
      whatToDo: '请查看需求的进展。',
    });
    expect(tell('SPEC_NEEDS.OUT_OF_ORDER', { state: 'merged' }, 'en')).toEqual({
      text: 'A need that is merged cannot be submitted.',
      whatToDo: 'Look at how the need is doing.',
    });
  });

  it('leaves the placeholder of a missing fact standing', () => {
    expect(tell('SPEC_NEEDS.OUT_OF_ORDER', {}, 'en').text).toContain('{state}');
  });

  it('takes no fact from the prototype of an object, nor a pattern of String.replace', () => {
    defineRefusals('SPEC_ODD', {
      NAMES: {
        ...sound,
        zh: '{constructor}和{other}',
        en: '{constructor} and {other}',
      },
    });
    expect(tell('SPEC_ODD.NAMES', { other: '$&' }, 'en').text).toBe('{constructor} and $&');
  });
});
