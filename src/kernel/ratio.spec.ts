import fc from 'fast-check';
import {
  compareRatios,
  distance,
  divide,
  floorRatio,
  mean,
  median,
  multiply,
  parseRatio,
  printRatio,
  ratioOf,
  readRatio,
  readScaled,
  roundHalfUp,
  roundQuotient,
  roundRatio,
  sum,
  type Ratio,
} from './ratio';

const exactly = (ratio: Ratio) => printRatio(ratio);
const ratios = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => ratioOf(n, d));

describe('parseRatio', () => {
  it.each(['0', '0.6', '60', '83.335', '123456789012345678.000000000000000001'])(
    'reads %s',
    (text) => {
      expect(exactly(parseRatio(text))).toBe(text);
    },
  );

  it.each([
    '',
    '-1',
    '+1',
    '1e3',
    '.5',
    '5.',
    '1/3',
    '0.(3)',
    '06',
    '1_000',
    ' 1',
    '1234567890123456789',
  ])('refuses "%s"', (text) => {
    expect(() => parseRatio(text)).toThrow(RangeError);
  });
});

describe('exactness', () => {
  it('adds tenths without loss', () => {
    expect(compareRatios(sum([parseRatio('0.1'), parseRatio('0.2')]), parseRatio('0.3'))).toBe(0);
  });

  it('gives a third thrice back as the whole, however large', () => {
    const third = ratioOf(10n ** 40n, 3n);
    expect(compareRatios(multiply(third, ratioOf(3n)), ratioOf(10n ** 40n))).toBe(0);
  });

  it('orders as cross multiplication does', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const crossed = a.n * b.d - b.n * a.d;
        expect(Math.sign(compareRatios(a, b))).toBe(crossed > 0n ? 1 : crossed < 0n ? -1 : 0);
      }),
    );
  });

  it('never gives a negative distance', () => {
    expect(exactly(distance(ratioOf(2n), ratioOf(5n)))).toBe('3');
    expect(exactly(distance(ratioOf(5n), ratioOf(2n)))).toBe('3');
  });

  it('divides without loss', () => {
    expect(exactly(divide(parseRatio('1'), parseRatio('0.3')))).toBe('10/3');
  });

  it('refuses a division by zero', () => {
    expect(() => ratioOf(1n, 0n)).toThrow(RangeError);
    expect(() => divide(parseRatio('1'), parseRatio('0'))).toThrow(RangeError);
  });
});

describe('mean and median', () => {
  it('gives the mean exactly', () => {
    expect(exactly(mean([80n, 81n, 83n].map((n) => ratioOf(n))))).toBe('244/3');
  });

  it('gives the middle value of an odd number, the mean of two of an even number', () => {
    expect(exactly(median([9n, 1n, 5n].map((n) => ratioOf(n))))).toBe('5');
    expect(exactly(median([9n, 1n, 5n, 6n].map((n) => ratioOf(n))))).toBe('5.5');
  });

  it('refuses nothing', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });

  it('keeps the mean between the least and the greatest, and the order of values aside', () => {
    fc.assert(
      fc.property(fc.array(ratios, { minLength: 1, maxLength: 9 }), (values) => {
        const sorted = [...values].sort(compareRatios);
        const least = sorted[0] ?? ratioOf(0n);
        const greatest = sorted.at(-1) ?? ratioOf(0n);
        for (const middle of [mean(values), median(values)]) {
          expect(compareRatios(middle, least)).toBeGreaterThanOrEqual(0);
          expect(compareRatios(middle, greatest)).toBeLessThanOrEqual(0);
        }
        expect(exactly(mean(sorted))).toBe(exactly(mean(values)));
        expect(exactly(median(sorted))).toBe(exactly(median(values)));
      }),
    );
  });
});

describe('roundHalfUp', () => {
  it.each([
    ['83.335', 2, '83.34'],
    ['83.3349999', 2, '83.33'],
    ['0.005', 2, '0.01'],
    ['0.0049', 2, '0.00'],
    ['59.995', 2, '60.00'],
    ['60', 2, '60.00'],
    ['0.5', 0, '1'],
  ])('rounds %s at %i places to %s', (text, decimals, rounded) => {
    expect(roundHalfUp(parseRatio(text), decimals)).toBe(rounded);
  });

  it('is never off by more than half of the last place, and by exactly half only upwards', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 6 }), (ratio, decimals) => {
        const [whole = '0', places = ''] = roundHalfUp(ratio, decimals).split('.');
        expect(places).toHaveLength(decimals);
        const scale = 10n ** BigInt(decimals);
        const error = ratioOf(BigInt(whole + places), scale).sub(ratio);
        const half = ratioOf(1n, 2n * scale);
        expect(error.lte(half)).toBe(true);
        expect(error.gt(half.neg())).toBe(true);
      }),
    );
  });

  it('refuses a negative number', () => {
    expect(() => roundHalfUp(ratioOf(-1n), 2)).toThrow(RangeError);
  });
});

describe('roundRatio', () => {
  it.each([
    ['83.345', 'half-up', '83.35'],
    ['83.345', 'half-even', '83.34'],
    ['83.345', 'down', '83.34'],
    ['83.355', 'half-even', '83.36'],
    ['83.3450001', 'half-even', '83.35'],
    ['83.3499999', 'down', '83.34'],
    ['83.3499999', 'half-even', '83.35'],
    ['0.005', 'half-even', '0.00'],
    ['83', 'down', '83.00'],
  ] as const)('rounds %s %s to %s', (text, rounding, rounded) => {
    expect(roundRatio(parseRatio(text), 2, rounding)).toBe(rounded);
  });

  it('rounds thirds, which never lie half-way, to the nearest by both', () => {
    const third = ratioOf(2n, 3n);
    expect(roundRatio(third, 0, 'half-up')).toBe('1');
    expect(roundRatio(third, 0, 'half-even')).toBe('1');
    expect(roundRatio(third, 0, 'down')).toBe('0');
  });

  it('is the same whether or not the quotient is in lowest terms', () => {
    const terms = fc.bigInt({ min: 1n, max: 10n ** 9n });
    const rounding = fc.constantFrom('half-up', 'half-even', 'down' as const);
    fc.assert(
      fc.property(terms, terms, terms, rounding, (n, d, times, way) => {
        const reduced = roundRatio(ratioOf(n, d), 2, way);
        expect(roundQuotient(n * times, d * times, 2, way)).toBe(reduced);
      }),
    );
  });

  it('refuses a quotient below zero or over nothing', () => {
    expect(() => roundQuotient(-1n, 2n, 2, 'down')).toThrow(RangeError);
    expect(() => roundQuotient(1n, 0n, 2, 'down')).toThrow(RangeError);
  });
});

describe('readScaled', () => {
  it.each([
    ['7.5', 2, 750],
    ['7', 0, 7],
    ['0', 3, 0],
    ['0.07', 2, 7],
    ['999999999.999999', 6, 999_999_999_999_999],
  ])('reads %s at %i places as %i', (text, decimals, scaled) => {
    expect(readScaled(text, decimals)).toBe(scaled);
  });

  it.each([
    ['', 2],
    ['.', 2],
    ['.5', 2],
    ['5.', 2],
    ['1.2.3', 2],
    ['-1', 2],
    ['1e3', 2],
    ['06', 2],
    ['00', 2],
    [' 1', 2],
    ['7.555', 2],
    ['7.0', 0],
    ['1000000000', 6],
    ['9'.repeat(400), 0],
    ['１', 0],
  ])('does not read "%s" at %i places', (text, decimals) => {
    expect(readScaled(text, decimals)).toBeUndefined();
  });

  it('reads exactly what a ratio does', () => {
    const texts = fc.oneof(
      fc.stringMatching(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/),
      fc.stringMatching(/^[0-9.]{0,8}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const scaled = readScaled(text, 6);
        if (scaled === undefined) expect(() => parseRatio(text)).toThrow(RangeError);
        else expect(exactly(ratioOf(BigInt(scaled), 10n ** 6n))).toBe(exactly(parseRatio(text)));
      }),
    );
  });
});

describe('readRatio', () => {
  it('reads back what is printed', () => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        const text = exactly(ratio);
        // Whole numbers beyond what `parseRatio` reads have no meaning as a score.
        fc.pre(text.includes('/') || text.length < 18);
        expect(compareRatios(readRatio(text), ratio)).toBe(0);
      }),
    );
  });

  it.each(['1/0', '-1/2', '1/2/3', '01/2', '1/', 'a'])('refuses "%s"', (text) => {
    expect(() => readRatio(text)).toThrow(RangeError);
  });
});

describe('floorRatio and printRatio', () => {
  it('gives the whole number below', () => {
    expect(floorRatio(ratioOf(7n, 2n))).toBe(3n);
    expect(floorRatio(ratioOf(-7n, 2n))).toBe(-4n);
    expect(floorRatio(ratioOf(4n))).toBe(4n);
  });

  it('prints a decimal that ends as such, and what does not end as a fraction', () => {
    expect(printRatio(ratioOf(1n, 8n))).toBe('0.125');
    expect(printRatio(ratioOf(2n, 3n))).toBe('2/3');
    expect(printRatio(ratioOf(-3n, 2n))).toBe('-3/2');
  });
});
