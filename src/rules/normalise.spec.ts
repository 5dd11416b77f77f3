import { parseRatio, printRatio, ratioOf } from '../kernel/ratio';
import {
  inProportionTo,
  lowestToOwn,
  normalised,
  shareOfBest,
  spread,
  type Scale,
} from './normalise';

const figures = (...texts: string[]) => texts.map(parseRatio);
const shares = (scale: Scale, ...texts: string[]) =>
  figures(...texts).map((figure) => printRatio(scale.share(figure)));
const sums = (scale: Scale, ...texts: string[]) => figures(...texts).map(scale.written);

describe('normalised', () => {
  const some = figures('60', '80', '90');

  it('raw takes figures as they are, of the most there can be', () => {
    const scale = normalised('raw', some, ratioOf(100n));
    expect(shares(scale, '60', '80', '90')).toEqual(['0.6', '0.8', '0.9']);
    expect(sums(scale, '60')).toEqual(['60 ÷ 100']);
  });

  it('share-of-best gives the best all and others in proportion', () => {
    const scale = normalised('share-of-best', some, ratioOf(100n));
    expect(shares(scale, '60', '80', '90')).toEqual(['2/3', '8/9', '1']);
    expect(sums(scale, '60')).toEqual(['60 ÷ 90']);
  });

  it('spread gives the worst nothing and the best all', () => {
    const scale = normalised('spread', some, ratioOf(100n));
    expect(shares(scale, '60', '80', '90')).toEqual(['0', '2/3', '1']);
    expect(sums(scale, '80')).toEqual(['(80 − 60) ÷ (90 − 60)']);
  });
});

describe('where there is nothing to be in proportion to', () => {
  it('nobody gets a share of no gifts and no votes', () => {
    expect(shares(shareOfBest(figures('0', '0')), '0')).toEqual(['0']);
    expect(shares(inProportionTo(ratioOf(0n)), '0')).toEqual(['0']);
    expect(sums(shareOfBest(figures('0')), '0')).toEqual(['0']);
  });

  it('everybody has the highest of equal figures', () => {
    expect(shares(spread(figures('70', '70')), '70')).toEqual(['1']);
    expect(shares(shareOfBest(figures('70', '70')), '70')).toEqual(['1']);
  });

  it('scales no bids at all', () => {
    expect(shares(spread([]))).toEqual([]);
    expect(shares(shareOfBest([]))).toEqual([]);
    expect(shares(lowestToOwn([]))).toEqual([]);
  });
});

describe('lowestToOwn', () => {
  it('gives the lowest price all, and half of it to one twice as high', () => {
    const scale = lowestToOwn(figures('50000', '80000', '100000'));
    expect(shares(scale, '50000', '80000', '100000')).toEqual(['1', '0.625', '0.5']);
    expect(sums(scale, '80000')).toEqual(['50000 ÷ 80000']);
  });

  it('refuses a price of nothing', () => {
    expect(() => shares(lowestToOwn(figures('0', '1')), '0')).toThrow(RangeError);
  });
});
