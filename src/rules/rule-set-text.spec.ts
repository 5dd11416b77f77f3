import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { tell, type Refusal } from '../kernel/refusal';
import { isSoundText } from '../kernel/text';
import { cityRound } from './city-round.fixture';
import { parseRuleSet } from './rule-set';
import { printRuleSetText, readRulesText, readRuleSetText } from './rule-set-text';
import type { RuleSet } from './rule-set.types';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';

function faultsIn(read: () => unknown): readonly Refusal[] {
  try {
    read();
  } catch (error) {
    if (error instanceof RulesRefused) return error.faults;
    throw error;
  }
  return [];
}

const told = ({ code, pointer, facts }: Refusal) =>
  [code, pointer, facts['line'] && `line ${facts['line']}`].filter(Boolean).join(' ');
const refusalsOf = (text: string) => faultsIn(() => readRulesText(text)).map(told);

/** The shortest of some trials: what the reading takes when nothing else wants the machine. */
function shortestMs(act: () => unknown): number {
  const trials = Array.from({ length: 5 }, () => {
    const from = performance.now();
    act();
    return performance.now() - from;
  });
  return Math.min(...trials);
}

const example = (name: string) =>
  readFileSync(join(__dirname, '../../examples', name, 'rule-set.yaml'), 'utf8');

describe('readRuleSetText', () => {
  it.each(['small-round', 'city-round'])('reads the %s of the examples', (name) => {
    expect(readRuleSetText(example(name)).code).toBe(name);
  });

  it('reads JSON as well', () => {
    expect(readRuleSetText(JSON.stringify(smallRound(), null, '\t'))).toEqual(smallRound());
  });

  it('refuses what is readable but no rule set', () => {
    expect(faultsIn(() => readRuleSetText('a: 1')).map(told)).toContain('RULES.UNKNOWN_NAME /a');
  });
});

describe('printRuleSetText', () => {
  it.each([
    ['small round', smallRound()],
    ['city round', cityRound()],
  ])('prints the %s so that it reads as the same, and prints as the same again', (_, rules) => {
    const printed = printRuleSetText(rules);
    expect(readRuleSetText(printed)).toEqual(rules);
    expect(printRuleSetText(readRuleSetText(printed))).toBe(printed);
  });

  it('says everything where it stands, without references', () => {
    expect(printRuleSetText(cityRound())).not.toMatch(/[&*]/);
  });

  it('loses nothing of any text', () => {
    const texts = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({
          unit: fc.constantFrom(...'益 #:-?&*!|>%@`"\'{}[],\n\t\r~=0.1eyn'),
          maxLength: 12,
        }),
        fc.constantFrom(
          'null',
          'true',
          '~',
          '0.10',
          '1e3',
          '0x1f',
          '.nan',
          '2020-01-01',
          '<<',
          '- a',
        ),
      )
      .filter((text) => isSoundText(text, true));
    fc.assert(
      fc.property(texts, texts, (zh, en) => {
        const rules = changed((r) => (r.title = { zh: `益${zh}`, en: `a${en}` }));
        rules.lots[0]!.name = { zh, en };
        expect(readRulesText(printRuleSetText(rules))).toEqual(rules);
      }),
    );
  });

  it('parse, print, parse is the identity for whatever rules there are', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const once = parseRuleSet(rules);
        expect(readRuleSetText(printRuleSetText(once))).toEqual(once);
      }),
    );
  });
});

const base = smallRound();

/** The small round, read once, with a change. */
function changed(change: (rules: RuleSet) => void): RuleSet {
  const rules = structuredClone(base);
  change(rules);
  return rules;
}

/** Valid rules that differ in numbers, amounts, shares and parts. */
const anyRules: fc.Arbitrary<RuleSet> = fc
  .record({
    substitutes: fc.nat(5),
    fen: fc.integer({ min: 1, max: 1_000_000_000 }),
    permille: fc.integer({ min: 1, max: 999 }),
    days: fc.integer({ min: 5, max: 60 }),
    reserve: fc.boolean(),
    questions: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    label: fc.string({ minLength: 1, maxLength: 30 }),
  })
  .map(({ substitutes, fen, permille, days, reserve, questions, label }) =>
    changed((rules) => {
      rules.title.en = label.trim() === '' ? 'blank' : label;
      rules.panel!.selection = { variant: 'draw', substitutes };
      rules.funding[0]!.amount = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      rules.tranches = rules.tranches.slice(0, 2);
      rules.tranches[0]!.share = `0.${String(permille).padStart(3, '0')}`;
      rules.tranches[1]!.share = `0.${String(1000 - permille).padStart(3, '0')}`;
      rules.notice.workingDays = days;
      Object.assign(rules.award, { reserve });
      if (questions !== undefined) rules.questions = { answerWorkingDays: questions };
      rules.provenance = [];
    }),
  )
  .filter(({ title: { en } }) => isSoundText(en, true));

const deep = (open: string, close: string, levels: number) =>
  `{"a": ${open.repeat(levels)}1${close.repeat(levels)}}`;

describe('a bad text', () => {
  it.each<[string, string, string]>([
    ['more than half a megabyte', `a: ${'x'.repeat(512 * 1024)}`, 'RULES.TEXT_TOO_LARGE'],
    [
      'half a megabyte in characters of three bytes',
      `a: ${'益'.repeat(200 * 1024)}`,
      'RULES.TEXT_TOO_LARGE',
    ],
    ['a megabyte of JSON', `{"a": "${'x'.repeat(1024 * 1024)}"}`, 'RULES.TEXT_TOO_LARGE'],
    ['a hundred megabytes', 'x'.repeat(100 * 1024 * 1024), 'RULES.TEXT_TOO_LARGE'],
    ['a thousand lists in each other', deep('[', ']', 1_000), 'RULES.TOO_DEEP'],
    ['a thousand objects in each other', deep('{"a":', '}', 1_000), 'RULES.TOO_DEEP'],
    ['a thousand lists on one line', '- '.repeat(1_000), 'RULES.TOO_DEEP'],
    ['a thousand keys of keys', `${'? '.repeat(1_000)}a`, 'RULES.TOO_DEEP'],
    [
      'a hundred blocks',
      Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      'RULES.TOO_DEEP',
    ],
    ['a hundred thousand brackets that never close', '['.repeat(100_000), 'RULES.TOO_DEEP'],
    ['fifty thousand values', `[${'1,'.repeat(50_000)}1]`, 'RULES.TOO_MANY_VALUES'],
    ['a key twice', 'a: 1\nb: 2\na: 3', 'RULES.TEXT_KEY_TWICE /a line 3'],
    ['a key twice in JSON', '{"a": {"b": 1,\n"b": 1}}', 'RULES.TEXT_KEY_TWICE /a/b line 2'],
    ['a key twice by an escape', '{"ab": 1, "a\\u0062": 2}', 'RULES.TEXT_KEY_TWICE /ab line 1'],
    ['a key twice in a list', '- a: 1\n- b: 1\n  b: 2', 'RULES.TEXT_KEY_TWICE /1/b line 3'],
    ['a way to the prototype', '{"a": {"__proto__": {"x": 1}}}', 'RULES.UNKNOWN_NAME /a/__proto__'],
    ['a constructor', 'constructor: { prototype: 1 }', 'RULES.UNKNOWN_NAME /constructor'],
    ['a tag', 'a: !!binary aGk=', 'RULES.TEXT_EXTRAS line 1'],
    ['a directive', '%YAML 1.1\n---\na: yes', 'RULES.TEXT_EXTRAS line 1'],
    ['two documents', 'a: 1\n---\nb: 2', 'RULES.TEXT_NOT_READABLE line 2'],
    ['broken JSON', '{"a": 1', 'RULES.TEXT_NOT_READABLE line 1'],
    ['broken indentation', 'a:\n  b: 1\n c: 2', 'RULES.TEXT_NOT_READABLE line 3'],
    ['an alias of nothing', 'a: *b', 'RULES.TEXT_NOT_READABLE line 1'],
    ['a key that is a list', '? [a]\n: 1', 'RULES.TEXT_NOT_READABLE line 1'],
  ])('is refused: %s', (_, text, refusal) => {
    expect(refusalsOf(text)).toEqual([refusal]);
  });

  it('is refused when its aliases are many, or grow', () => {
    const many = `a: &a 1\nb: [${'*a, '.repeat(101)}]`;
    expect(refusalsOf(many)).toEqual(['RULES.TEXT_ALIASES']);
    const nine = (name: string) => Array.from({ length: 9 }, () => `*${name}`).join(', ');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
      .concat([...'bcdefghi'].map((name, i) => `${name}: &${name} [${nine('abcdefgh'[i]!)}]`))
      .join('\n');
    expect(refusalsOf(bomb)).toEqual(['RULES.TEXT_ALIASES']);
  });

  it('is refused when an alias holds itself', () => {
    expect(faultsIn(() => readRuleSetText('a: &a [*a]')).map(({ code }) => code)).toEqual([
      'RULES.TOO_DEEP',
    ]);
  });

  it.each(['.nan', '.inf', '-.inf', '1e400', '-0', '-0.0', '9007199254740993'])(
    'is refused when it holds the number %s',
    (number) => {
      const text = example('small-round').replace('minAnswers: 5', `minAnswers: ${number}`);
      expect(faultsIn(() => readRuleSetText(text)).map(told)).toEqual([
        'RULES.NUMBER_UNSOUND /evaluations/1/survey/minAnswers',
      ]);
    },
  );

  it('is told in both languages, with the line', () => {
    const [fault] = faultsIn(() => readRulesText('a: 1\na: 2'));
    expect(tell(fault!.code, fault!.facts, 'en').text).toBe(
      'Line 2: "a" stands twice in one place.',
    );
    expect(tell(fault!.code, fault!.facts, 'zh-CN').text).toBe('第2行：“a”在同一处写了两次。');
  });

  it.each([
    ['a megabyte', `{"a": "${'x'.repeat(1024 * 1024)}"}`],
    ['a thousand levels', deep('[', ']', 1_000)],
    ['a thousand levels in blocks', '- '.repeat(1_000)],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['a key twice', 'a: 1\na: 2'],
  ])('is refused at once: %s', (_, text) => {
    expect(shortestMs(() => refusalsOf(text))).toBeLessThan(10);
  });
});

describe('a sound text', () => {
  it.each<[string, string, unknown]>([
    ['sixty levels', deep('[', ']', 60), undefined],
    [
      'thirty blocks',
      Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}a:`).join('\n'),
      undefined,
    ],
    ['brackets in texts', `a: '${'['.repeat(100)}'\nb: "${'{'.repeat(100)}"`, undefined],
    ['a hundred aliases', `a: &a 1\nb: [${'*a, '.repeat(100)}]`, undefined],
    ['the same key in two places', 'a: { x: 1 }\nb: { x: 2 }', { a: { x: 1 }, b: { x: 2 } }],
    ['yes as a text', 'a: yes', { a: 'yes' }],
    ['a merge as a name', 'a: { <<: 1 }', { a: { '<<': 1 } }],
    ['a document that says that it begins', '---\na: 1\n', { a: 1 }],
    ['text over lines', 'a: |\n  [[[\n  {{{\nb: >-\n  x\n  y\n', { a: '[[[\n{{{\n', b: 'x y' }],
  ])('is taken: %s', (_, text, value) => {
    expect(refusalsOf(text)).toEqual([]);
    if (value !== undefined) expect(readRulesText(text)).toEqual(value);
  });
});
