import { boundsBrokenBy, MAX_DEPTH } from './document-bounds';
import { parseRuleSet } from './rule-set';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';

const nested = (levels: number): unknown =>
  Array.from({ length: levels - 1 }).reduce((below) => [below], 1);

const told = (document: unknown) => {
  const refusal = boundsBrokenBy(document);
  return refusal === null ? null : [refusal.code, refusal.pointer].filter(Boolean).join(' ');
};

describe('boundsBrokenBy', () => {
  it('takes the deepest, and refuses a level more', () => {
    expect(told(nested(MAX_DEPTH))).toBeNull();
    expect(boundsBrokenBy(nested(MAX_DEPTH + 1))?.code).toBe('RULES.TOO_DEEP');
    expect(boundsBrokenBy(nested(100_000))?.code).toBe('RULES.TOO_DEEP');
  });

  it('refuses a document that holds itself', () => {
    const document: unknown[] = [];
    document.push({ a: document });
    expect(boundsBrokenBy(document)?.code).toBe('RULES.TOO_DEEP');
  });

  it.each<[string, unknown, string | null]>([
    ['a list of a thousand', Array.from({ length: 1_000 }, () => 1), null],
    ['a longer list', { a: Array.from({ length: 1_001 }, () => 1) }, 'RULES.TOO_MUCH /a'],
    [
      'many lists of many',
      Array.from({ length: 900 }, () => Array.from({ length: 900 }, () => 1)),
      'RULES.TOO_MANY_VALUES',
    ],
    ['a whole number', { a: Number.MAX_SAFE_INTEGER }, null],
    ['a larger one', { a: 2 ** 53 }, 'RULES.NUMBER_UNSOUND /a'],
    ['a fraction', { a: 0.1 }, null],
    ['a zero', [0], null],
    ['a negative zero', [0, -0], 'RULES.NUMBER_UNSOUND /1'],
    ['no number', { a: Number.NaN }, 'RULES.NUMBER_UNSOUND /a'],
    ['infinity', { a: -Infinity }, 'RULES.NUMBER_UNSOUND /a'],
    ['a text over lines', { a: '一行\n另一行\t益创' }, null],
    ['NUL in a text', { a: '益\0创' }, 'RULES.TEXT_UNSOUND /a'],
    ['half of a character', { a: '益\ud83d' }, 'RULES.TEXT_UNSOUND /a'],
    ['a change of direction', { a: { b: ['益\u202e创'] } }, 'RULES.TEXT_UNSOUND /a/b/0'],
    ['a space of no width', { a: '益\u200b创' }, 'RULES.TEXT_UNSOUND /a'],
  ])('looks at %s', (_, document, refusal) => {
    expect(told(document)).toBe(refusal);
  });
});

describe('a rule set that is no plain document', () => {
  const codesOf = (document: unknown) => {
    try {
      parseRuleSet(document);
    } catch (error) {
      if (error instanceof RulesRefused)
        return error.faults.map(({ code, pointer }) => `${code} ${pointer}`);
      throw error;
    }
    return [];
  };

  it('is refused for its bounds before its shape', () => {
    const long = smallRound((r) =>
      Object.assign(r, { steps: Array.from({ length: 60_000 }, (_, i) => i) }),
    );
    expect(codesOf(long)).toEqual(['RULES.TOO_MUCH /steps']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is refused for a name like %s', (name) => {
    const document: unknown = JSON.parse(
      JSON.stringify(smallRound()).replace(
        '"code":"small-round"',
        `"code":"small-round","${name}":{"x":1}`,
      ),
    );
    expect(codesOf(document)).toEqual([`RULES.UNKNOWN_NAME /${name}`]);
  });
});
