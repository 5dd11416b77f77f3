import type { Refusal } from '../kernel/refusal';
import { cityRound } from './city-round.fixture';
import { pointerTo } from './json-pointer';
import { parseRuleSet, parseScreeningRules } from './rule-set';
import { RulesRefused } from './rules.refusals';
import { smallRound, smallRoundScreening } from './small-round.fixture';

/** A document to spoil at will. */
interface Loose {
  [name: string]: Loose;
}

function faultsIn(read: () => unknown): readonly Refusal[] {
  try {
    read();
  } catch (error) {
    if (error instanceof RulesRefused) return error.faults;
    throw error;
  }
  return [];
}

function faultsAfter(spoil: (document: Loose) => void): { code: string; pointer?: string }[] {
  const document: unknown = smallRound();
  spoil(document as Loose);
  return faultsIn(() => parseRuleSet(document)).map(({ code, pointer }) => ({ code, pointer }));
}

const set = (value: unknown) => value as Loose;

describe('parseRuleSet', () => {
  it('reads the small round of the examples', () => {
    expect(parseRuleSet(smallRound())).toEqual(smallRound());
  });

  it('reads the rules of a city in less than ten milliseconds', () => {
    const rules = cityRound();
    const trials = Array.from({ length: 10 }, () => {
      const from = performance.now();
      parseRuleSet(rules);
      return performance.now() - from;
    });
    // The shortest: what it takes when nothing else wants the machine.
    expect(Math.min(...trials)).toBeLessThan(10);
  });

  it.each<[string, (document: Loose) => void, { code: string; pointer: string }]>([
    ['a missing part', (d) => delete d['scoring'], { code: 'RULES.MISSING', pointer: '/scoring' }],
    [
      'a name the rules do not know',
      (d) => (d['notice']!['weeks'] = set(1)),
      { code: 'RULES.UNKNOWN_NAME', pointer: '/notice/weeks' },
    ],
    [
      'a name with a slash in it',
      (d) => (d['a/b~c'] = set(1)),
      { code: 'RULES.UNKNOWN_NAME', pointer: '/a~1b~0c' },
    ],
    [
      'a kind of rule that does not exist',
      (d) => (d['award']!['variant'] = set('lottery')),
      { code: 'RULES.UNKNOWN_VARIANT', pointer: '/award/variant' },
    ],
    [
      'a rule that does not say its kind',
      (d) => delete d['award']!['variant'],
      { code: 'RULES.MISSING', pointer: '/award/variant' },
    ],
    [
      'a number in place of a text',
      (d) => (d['scoring']!['passMark'] = set(60)),
      { code: 'RULES.WRONG_TYPE', pointer: '/scoring/passMark' },
    ],
    [
      'an amount without decimals',
      (d) => (d['amount']!['maxAmount'] = set('500000')),
      { code: 'RULES.WRONG_FORMAT', pointer: '/amount/maxAmount' },
    ],
    [
      'a day that does not exist',
      (d) => (d['timetable']!['projectTo'] = set('2020-02-30')),
      { code: 'RULES.WRONG_FORMAT', pointer: '/timetable/projectTo' },
    ],
    [
      'a moment without an offset',
      (d) => (d['timetable']!['callClosesAt'] = set('2020-04-11T00:00:00')),
      { code: 'RULES.WRONG_FORMAT', pointer: '/timetable/callClosesAt' },
    ],
    [
      'a Chinese text without Chinese',
      (d) => (d['title']!['zh'] = set('small round')),
      { code: 'RULES.WRONG_FORMAT', pointer: '/title/zh' },
    ],
    [
      'an English text with Chinese',
      (d) => (d['title']!['en'] = set('小 round')),
      { code: 'RULES.WRONG_FORMAT', pointer: '/title/en' },
    ],
    [
      'a sealing that does not exist yet',
      (d) => (d['sealing']!['mode'] = set('sealed')),
      { code: 'RULES.NOT_ALLOWED', pointer: '/sealing/mode' },
    ],
    [
      'another version of the document',
      (d) => (d['schema'] = set('yichuang/rule-set/2')),
      { code: 'RULES.NOT_ALLOWED', pointer: '/schema' },
    ],
    [
      'too little',
      (d) => (d['notice']!['workingDays'] = set(0)),
      { code: 'RULES.TOO_LITTLE', pointer: '/notice/workingDays' },
    ],
    [
      'too much',
      (d) => (d['panel']!['size'] = set(201)),
      { code: 'RULES.TOO_MUCH', pointer: '/panel/size' },
    ],
    [
      'an empty list that must hold something',
      (d) => (d['tranches'] = set([])),
      { code: 'RULES.TOO_LITTLE', pointer: '/tranches' },
    ],
    [
      'the same signature twice',
      (d) => (d['contract']!['signatures'] = set(['funder', 'funder'])),
      { code: 'RULES.REPEATED', pointer: '/contract/signatures' },
    ],
  ])('refuses %s', (_, spoil, fault) => {
    expect(faultsAfter(spoil)).toEqual([fault]);
  });

  it.each([null, [], 'yichuang/rule-set/1', 7])('refuses a document that is %p', (document) => {
    expect(faultsIn(() => parseRuleSet(document)).map(({ code }) => code)).toContain(
      'RULES.WRONG_TYPE',
    );
  });

  it('tells all faults at once, and how many they are', () => {
    const spoiled = smallRound((rules) => {
      rules.panel!.size = 0;
      rules.visits.min = -1;
    });
    expect(() => parseRuleSet(spoiled)).toThrow(
      expect.objectContaining({ code: 'RULES.INVALID', facts: { faults: 2 } }),
    );
  });

  it('refuses what is of the right shape but contradicts itself', () => {
    const even = smallRound((rules) => {
      rules.panel!.size = 4;
      rules.panel!.seats[0]!.count = 1;
    });
    expect(faultsIn(() => parseRuleSet(even))).toMatchObject([
      { code: 'RULES.PANEL_EVEN', facts: { size: 4 }, pointer: '/panel/size' },
    ]);
  });
});

describe('parseScreeningRules', () => {
  it('reads the screening of the examples', () => {
    expect(parseScreeningRules(smallRoundScreening())).toEqual(smallRoundScreening());
  });

  it('refuses a rule set in its place', () => {
    expect(faultsIn(() => parseScreeningRules(smallRound()))).not.toEqual([]);
  });

  it.each([
    [
      'a selection above the highest score',
      { selectFrom: '100.1' },
      { code: 'RULES.MARK_ABOVE_REACH', pointer: '/selectFrom' },
    ],
    [
      'needs kept above where they are selected',
      { keepFrom: '70.0001' },
      { code: 'RULES.KEEP_ABOVE_SELECT', pointer: '/keepFrom' },
    ],
    [
      'provenance of something that is not there',
      {
        provenance: [{ path: '/panel', source: 'invented', note: { zh: '无', en: 'none' } }],
      },
      { code: 'RULES.PROVENANCE_DANGLING', pointer: '/provenance/0/path' },
    ],
    [
      'two criteria of one code',
      {
        criteria: [0, 1].map(() => ({ code: 'aim', name: { zh: '目标', en: 'Aim' } })),
      },
      { code: 'RULES.DUPLICATE_CODE', pointer: '/criteria/1/code' },
    ],
  ])('refuses %s', (_, change, fault) => {
    const rules = smallRoundScreening((original) => Object.assign(original, change));
    expect(faultsIn(() => parseScreeningRules(rules))).toMatchObject([fault]);
  });

  it('takes a selection at the highest score and needs kept from there', () => {
    const rules = smallRoundScreening((original) =>
      Object.assign(original, { selectFrom: '100', keepFrom: '100' }),
    );
    expect(parseScreeningRules(rules)).toBe(rules);
  });
});

describe.each([
  ['the rule set', smallRound()],
  ['the screening', smallRoundScreening()],
])('the provenance of %s', (_, rules) => {
  const { provenance, ...values } = rules;
  const paths = provenance.map(({ path }) => path);

  it('covers every value', () => {
    const uncovered = leavesOf(values).filter(
      (leaf) => !paths.some((path) => leaf === path || leaf.startsWith(`${path}/`)),
    );
    expect(uncovered).toEqual([]);
  });

  it('speaks of no place twice', () => {
    expect(new Set(paths).size).toBe(paths.length);
  });
});

function leavesOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, below]) => leavesOf(below, at + pointerTo(name)));
}
