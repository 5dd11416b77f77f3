import fc from 'fast-check';
import { parseStrictJson } from './strict-json';

const whyRefused = (text: string): unknown => {
  try {
    parseStrictJson(text);
    return null;
  } catch (error) {
    return (error as { facts: { why: string } }).facts.why;
  }
};

// What JSON of ours may hold: no NUL, no half of a pair, only numbers that a double holds exactly, none of the unsafe keys.
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);
const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
const key = text.filter((name) => !unsafe.has(name));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('the strict reading of JSON', () => {
  it('gives what was written, quotes and backslashes included', () => {
    fc.assert(
      fc.property(fc.record({ value }), (written) => {
        expect(parseStrictJson(JSON.stringify(written))).toEqual(written);
      }),
    );
  });

  it('refuses a key that stands twice, however it is spelled', () => {
    fc.assert(
      fc.property(key, (name) => {
        const plain = JSON.stringify(name);
        const escaped = `"${[...name]
          .flatMap((c) => c.split(''))
          .map(unicode)
          .join('')}"`;
        expect(whyRefused(`{${plain}:1,${plain}:2}`)).toBe('duplicate key');
        expect(whyRefused(`{${plain}:1,${escaped}:2}`)).toBe('duplicate key');
      }),
    );
  });

  it('takes texts that look like keys or brackets as texts', () => {
    const written = { a: '"a":1', b: '{"a":', c: '\\', d: '\\"', e: '[[[[' };
    expect(parseStrictJson(JSON.stringify(written))).toEqual(written);
  });

  it.each([
    ['NUL', '{"a":"\\u0000"}'],
    ['lone surrogate', '{"a":"\\ud800"}'],
    ['number out of range', '{"a":9007199254740993}'],
    ['depth', `${'['.repeat(40)}${']'.repeat(40)}`],
    ['syntax', '{"a":"b}'],
    ['syntax', '{"a":1,}'],
  ])('refuses %s', (why, written) => {
    expect(whyRefused(written)).toBe(why);
  });
});

const unicode = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
