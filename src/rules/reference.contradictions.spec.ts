import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type { FlatAmount, PrizeByRank, RuleSet, TieredAmount } from './rule-set.types';

const tiers = (r: RuleSet) => (r.amount as TieredAmount).byCategory!;
const flat = (r: RuleSet) => r.amount as FlatAmount;
const scoped = (scope: RuleSet['qualification'][number]['for']) => (r: RuleSet) => {
  r.qualification[0]!.for = scope!;
};

describe('codes of categories', () => {
  proveRefused({
    'a pot for one that does not exist': {
      on: features.earmarks,
      spoil: (r) => (r.funding[0]!.categories = ['elderly', 'sport']),
      refused: 'RULES.UNKNOWN_CATEGORY /funding/0/categories/1',
      twin: (r) => (r.funding[0]!.categories = ['elderly', 'youth']),
    },
    'forwarding of one that does not exist': {
      on: features.forwarding,
      spoil: (r) => (r.forwarding![0]!.onlyFor = ['sport']),
      refused: 'RULES.UNKNOWN_CATEGORY /forwarding/0/onlyFor/0',
      twin: (r) => (r.forwarding![0]!.onlyFor = ['youth']),
    },
    'a check of one that does not exist': {
      spoil: scoped({ categories: ['youth', 'sport'] }),
      refused: 'RULES.UNKNOWN_CATEGORY /qualification/0/for/categories/1',
      twin: scoped({ categories: ['youth', 'relief'] }),
    },
    'tiers of one that does not exist': {
      on: features.tiers,
      spoil: (r) => (tiers(r)[0]!.category = 'sport'),
      refused: 'RULES.UNKNOWN_CATEGORY /amount/byCategory/0/category',
      twin: (r) => (tiers(r)[0]!.category = 'youth'),
    },
    'two sums for one': {
      on: features.flat,
      spoil: (r) => flat(r).byCategory!.push({ category: 'relief', amount: '1.00' }),
      refused: 'RULES.NAMED_TWICE /amount/byCategory/1/category',
      twin: (r) => flat(r).byCategory!.push({ category: 'youth', amount: '1.00' }),
    },
    'a prize in one that does not exist': {
      on: features.prizes,
      spoil: (r) =>
        (r.amount as PrizeByRank).prizes.push({
          ...{ category: 'sport', from: 1, to: 1 },
          amount: '1.00',
        }),
      refused: 'RULES.UNKNOWN_CATEGORY /amount/prizes/3/category',
      twin: (r) =>
        (r.amount as PrizeByRank).prizes.push({
          ...{ category: 'youth', from: 1, to: 1 },
          amount: '1.00',
        }),
    },
    'an own match of one that does not exist': {
      on: features.matchAndLimits,
      spoil: (r) => (r.match!.minAmounts![0]!.category = 'sport'),
      refused: 'RULES.UNKNOWN_CATEGORY /match/minAmounts/0/category',
      twin: (r) => (r.match!.minAmounts![0]!.category = 'youth'),
    },
    'two own matches of one': {
      on: features.matchAndLimits,
      spoil: (r) => r.match!.minAmounts!.push({ category: 'elderly', amount: '1.00' }),
      refused: 'RULES.NAMED_TWICE /match/minAmounts/1/category',
      twin: (r) => r.match!.minAmounts!.push({ category: 'youth', amount: '1.00' }),
    },
  });
});

describe('codes of classes and lines', () => {
  proveRefused({
    'a check of a class that does not exist': {
      on: features.classes,
      spoil: scoped({ classes: ['old'] }),
      refused: 'RULES.UNKNOWN_CLASS /qualification/0/for/classes/0',
      twin: scoped({ classes: ['new', 'grown'] }),
    },
    'a check of a class where there are none': {
      spoil: scoped({ classes: ['new'] }),
      refused: 'RULES.UNKNOWN_CLASS /qualification/0/for/classes/0',
      twin: scoped({}),
    },
    'a sum for a class that does not exist': {
      on: features.flat,
      spoil: (r) => (flat(r).byClass![0]!.class = 'old'),
      refused: 'RULES.UNKNOWN_CLASS /amount/byClass/0/class',
      twin: (r) => (flat(r).byClass![0]!.class = 'new'),
    },
    'two sums for one class': {
      on: features.flat,
      spoil: (r) => flat(r).byClass!.push({ class: 'grown', amount: '1.00' }),
      refused: 'RULES.NAMED_TWICE /amount/byClass/1/class',
      twin: (r) => flat(r).byClass!.push({ class: 'new', amount: '1.00' }),
    },
    'a limit on a line that does not exist': {
      on: features.matchAndLimits,
      spoil: (r) => (r.costLimits![1]!.lines = ['activities', 'travel']),
      refused: 'RULES.UNKNOWN_LINE /costLimits/1/lines/1',
      twin: (r) => (r.costLimits![1]!.lines = ['activities', 'volunteers']),
    },
    'a tranche of a line that does not exist': {
      on: features.yearsAndLines,
      spoil: (r) => (r.tranches[0]!.of = { variant: 'lines', lines: ['equipment'] }),
      refused: 'RULES.UNKNOWN_LINE /tranches/0/of/lines/0',
      twin: (r) => (r.tranches[0]!.of = { variant: 'lines', lines: ['staff'] }),
    },
  });
});
