import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type { PrizeByRank, RankWithinBudget, RuleSet, VoteOff } from './rule-set.types';

const prizes = (r: RuleSet) => (r.amount as PrizeByRank).prizes;
const ranked = (r: RuleSet) => r.award as RankWithinBudget;
const voteOff = (r: RuleSet) => r.award as VoteOff;

describe('prizes and titles by rank', () => {
  proveRefused({
    'ranks that run backwards': {
      on: features.prizes,
      spoil: (r) => Object.assign(prizes(r)[1]!, { from: 4, to: 2 }),
      refused: 'RULES.PRIZE_RANKS_REVERSED /amount/prizes/1/to',
      twin: (r) => prizes(r).splice(1, 2, { from: 2, to: 2, amount: '60000.00' }),
    },
    'a rank with two prizes': {
      on: features.prizes,
      spoil: (r) => (prizes(r)[2]!.from = 4),
      refused: 'RULES.PRIZE_RANKS_OVERLAP /amount/prizes/2/from',
      twin: (r) => (prizes(r)[2]!.from = 5),
    },
    'a rank without a prize before others': {
      on: features.prizes,
      spoil: (r) => (prizes(r)[2]!.from = 6),
      refused: 'RULES.PRIZE_RANKS_GAP /amount/prizes/2/from',
      twin: (r) => prizes(r).pop(),
    },
    'prizes that begin behind the first': {
      on: features.prizes,
      spoil: (r) => prizes(r).shift(),
      refused: 'RULES.PRIZE_RANKS_GAP /amount/prizes/0/from',
      twin: (r) => prizes(r).reverse(),
    },
    'a higher prize for a worse rank': {
      on: features.prizes,
      spoil: (r) => (prizes(r)[2]!.amount = '60000.01'),
      refused: 'RULES.PRIZES_REVERSED /amount/prizes/2/amount',
      twin: (r) => (prizes(r)[2]!.amount = '60000.00'),
    },
    'ranks of a category that begin behind the first': {
      on: features.prizes,
      spoil: (r) => prizes(r).push({ category: 'youth', from: 2, to: 2, amount: '1.00' }),
      refused: 'RULES.PRIZE_RANKS_GAP /amount/prizes/3/from',
      twin: (r) => prizes(r).push({ category: 'youth', from: 1, to: 2, amount: '1.00' }),
    },
    'prizes above the pots': {
      on: features.prizes,
      spoil: (r) => (r.funding[0]!.amount = '339999.99'),
      refused: 'RULES.PRIZES_ABOVE_POTS /amount/prizes',
      twin: (r) => (r.funding[0]!.amount = '340000.00'),
    },
    'prizes in two lots above the pots': {
      on: (r) => {
        features.prizes(r);
        features.phases(r);
        r.funding[0]!.amount = '680000.00';
      },
      spoil: (r) => (r.funding[0]!.amount = '679999.99'),
      refused: 'RULES.PRIZES_ABOVE_POTS /amount/prizes',
      twin: (r) => r.lots.pop(),
    },
    'prizes where nobody is ranked': {
      on: features.entitlement,
      spoil: features.prizes,
      refused: 'RULES.PRIZES_WITHOUT_RANKS /amount/variant',
      twin: features.flat,
    },
    'a rank with two titles': {
      on: features.prizes,
      spoil: (r) => (r.titles![1]!.from = 1),
      refused: 'RULES.PRIZE_RANKS_OVERLAP /titles/1/from',
      twin: (r) => (r.titles![1]!.to = 10),
    },
  });
});

describe('the award rule', () => {
  proveRefused({
    'a partial award without a least share': {
      on: features.partial,
      spoil: (r) => delete ranked(r).leastShareLeft,
      refused: 'RULES.SHARE_LEFT_MISSING /award/leastShareLeft',
      twin: (r) => (ranked(r).leastShareLeft = '0'),
    },
    'an overrun without a least share': {
      spoil: (r) => (ranked(r).whenItDoesNotFit = 'overrun'),
      refused: 'RULES.SHARE_LEFT_MISSING /award/leastShareLeft',
      twin: (r) => Object.assign(ranked(r), { whenItDoesNotFit: 'overrun', leastShareLeft: '0.8' }),
    },
    'a least share where nothing looks at it': {
      spoil: (r) => (ranked(r).leastShareLeft = '0.8'),
      refused: 'RULES.SHARE_LEFT_NOT_ASKED /award/leastShareLeft',
      twin: (r) => (ranked(r).whenItDoesNotFit = 'stop'),
    },
    'a vote-off that all win': {
      on: features.voteOff,
      spoil: (r) => (voteOff(r).winners = 4),
      refused: 'RULES.VOTE_OFF_OF_NOTHING /award/winners',
      twin: (r) => (voteOff(r).winners = 3),
    },
    'an entitlement that ranks': {
      spoil: (r) => (r.mode = 'entitlement'),
      refused: 'RULES.MODE_UNSUITED /award',
      twin: features.entitlement,
    },
  });
});
