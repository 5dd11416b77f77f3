import { resolved, type Schema } from './contract';

/** A value that a field must refuse, as it stands in the JSON text, and what it is called in a report. */
export interface BadValue {
  readonly name: string;
  /** JSON text, which may hold what no JavaScript value can. */
  readonly json: string;
}

const bad = (name: string, value: unknown): BadValue => ({ name, json: JSON.stringify(value) });
const raw = (name: string, json: string): BadValue => ({ name, json });

const OF_ANY_TEXT: readonly BadValue[] = [
  bad('a number for a text', 7),
  bad('a truth for a text', true),
  bad('null for a text', null),
  bad('a list for a text', ['益创']),
  bad('an object for a text', { a: '益创' }),
  raw('NUL', '"益\\u0000创"'),
  raw('a lone high surrogate', '"益\\ud83d创"'),
  raw('a lone low surrogate', '"益\\udc00创"'),
];

const OF_FREE_TEXT: readonly BadValue[] = [
  raw('a control character', '"益创益创益创\\u0007益创益创"'),
  raw('a change of direction', '"益创益创益创\\u202e益创益创"'),
  raw('a space of no width', '"益创益创益创\\u200b益创益创"'),
  raw('a byte order mark', '"益创益创益创\\ufeff益创益创"'),
  raw('what is no character', '"益创益创益创\\uffff益创益创"'),
];

const OF_MONEY: readonly BadValue[] = [
  bad('a number for money', 200000),
  bad('no decimals', '200000'),
  bad('one decimal', '200000.0'),
  bad('three decimals', '200000.000'),
  bad('a fraction of a fen', '0.001'),
  bad('a negative amount', '-1.00'),
  bad('a plus', '+1.00'),
  bad('a leading zero', '01.00'),
  bad('thousands apart', '1,000.00'),
  bad('an exponent', '1e5'),
  bad('full width', '１００.００'),
  bad('a blank', ' 1.00'),
  bad('a fen more than a quadrillion', '10000000000000.01'),
  bad('a number of nothing', 'NaN'),
];

const OF_NUMBER: readonly BadValue[] = [
  bad('a text for a number', '7'),
  bad('a fraction', 1.5),
  bad('null for a number', null),
  bad('a list for a number', [1]),
  raw('beyond a double', '1e400'),
  raw('what a double cannot tell', '9007199254740993'),
  raw('NaN', 'NaN'),
  raw('a leading zero', '007'),
];

const OF_FORMAT: Readonly<Record<string, readonly BadValue[]>> = {
  uuid: [
    bad('no id', 'x'),
    bad('an id of version 4', '7c9e6679-7425-40de-944b-e07fc1f90ae7'),
    bad('an id with more', '01930000-0000-7000-8000-000000000000 '),
    bad('a path for an id', '../../etc/passwd'),
  ],
  date: [
    bad('30 February', '2020-02-30'),
    bad('29 February of a common year', '2021-02-29'),
    bad('no hyphens', '20200601'),
    bad('a moment for a day', '2020-06-01T00:00:00+08:00'),
    bad('month 13', '2020-13-01'),
    bad('year 0', '0000-01-01'),
    bad('five digits', '12020-01-01'),
  ],
  'date-time': [
    bad('no offset', '2020-06-01T00:00:00'),
    bad('a day for a moment', '2020-06-01'),
    bad('year 0', '0000-06-01T00:00:00+08:00'),
    bad('the last hours of 9999', '9999-12-31T23:00:00Z'),
    bad('30 February', '2020-02-30T00:00:00+08:00'),
    bad('hour 24', '2020-06-01T24:00:00+08:00'),
    bad('a leap second', '2020-12-31T23:59:60+08:00'),
    bad('an offset of 25 hours', '2020-06-01T00:00:00+25:00'),
    bad('a microsecond', '2020-06-01T00:00:00.000001+08:00'),
    bad('words', 'tomorrow'),
  ],
  email: [
    bad('no at', 'li.min'),
    bad('a header', 'a@b.cn\r\nBcc: c@d.cn'),
    bad('two', 'a@b.cn,c@d.cn'),
  ],
};

/** What a value of a schema must never be. */
export function badValuesFor(schema: Schema): BadValue[] {
  const one = resolved(schema);
  if (one.enum !== undefined) return [...OF_ANY_TEXT, bad('none of the values', 'none-of-these')];
  switch (one.type) {
    case 'string':
      return badTexts(one);
    case 'integer':
      return [...OF_NUMBER, ...outOfBounds(one)];
    case 'boolean':
      return [bad('a text for a truth', 'true'), bad('a number for a truth', 1), bad('null', null)];
    case 'array':
      return [
        bad('a text for a list', 'a'),
        bad('an object for a list', { 0: 'a' }),
        bad('null for a list', null),
        ...(one.maxItems === undefined
          ? []
          : [
              bad(
                'too long a list',
                Array.from({ length: one.maxItems + 1 }, () => null),
              ),
            ]),
      ];
    case 'object':
      return [bad('a text for an object', 'a'), bad('a list for an object', []), bad('null', null)];
    default:
      return [];
  }
}

function outOfBounds({ minimum, maximum }: Schema): BadValue[] {
  return [
    ...(minimum === undefined ? [] : [bad('less than the least', minimum - 1)]),
    ...(maximum === undefined ? [] : [bad('more than the most', maximum + 1)]),
  ];
}

function badTexts({ format, pattern, minLength, maxLength }: Schema): BadValue[] {
  if (format !== undefined && format in OF_FORMAT) return [...OF_ANY_TEXT, ...OF_FORMAT[format]!];
  if (pattern?.includes('\\.\\d{2}')) return [...OF_ANY_TEXT, ...OF_MONEY];
  if (pattern !== undefined) {
    return [...OF_ANY_TEXT, bad('what the pattern does not take', '益 创\n'), bad('nothing', '')];
  }
  if (format !== undefined) return [...OF_ANY_TEXT];
  return [
    ...OF_ANY_TEXT,
    ...OF_FREE_TEXT,
    ...(minLength === undefined ? [] : [bad('only blanks', ' '.repeat(minLength))]),
    ...(maxLength === undefined ? [] : tooLong(maxLength)),
  ];
}

/** A character more than may be, in every way that a length can be counted wrongly. */
function tooLong(maxLength: number): BadValue[] {
  return [
    bad('too long', '益'.repeat(maxLength + 1)),
    bad('too long, beyond the first plane', '𠮷'.repeat(maxLength + 1)),
    bad('too long by variation selectors', `${'益\ufe0f'.repeat(Math.ceil(maxLength / 2))}益`),
    bad('too long by marks that combine', `益${'\u0301'.repeat(maxLength)}`),
  ];
}
