import { contradictionsAfter, proveRefused } from './contradiction-cases.fixture';
import { contradictionsIn } from './rule-set.contradictions';
import { features } from './round-features.fixture';
import type { RankWithinBudget, RuleSet, VoteOff } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const ranked = (r: RuleSet) => r.award as RankWithinBudget;
const voteOff = (r: RuleSet) => r.award as VoteOff;
/** Thirty thousand for everybody: a million is thirty-three awards. */
const flatForAll = (r: RuleSet) => (r.amount = { variant: 'flat', amount: '30000.00' });

describe('pots of money', () => {
  proveRefused({
    'a share that one pot does not say': {
      on: features.potShares,
      spoil: (r) => delete r.funding[1]!.share,
      refused: 'RULES.POT_SHARES_NOT_ALL /funding/1',
      twin: (r) => r.funding.forEach((pot) => delete pot.share),
    },
    'shares of 101 %': {
      on: features.potShares,
      spoil: (r) => (r.funding[1]!.share = '0.31'),
      refused: 'RULES.POT_SHARES_NOT_WHOLE /funding',
      twin: (r) => {
        r.funding[0]!.share = '0.000001';
        r.funding[1]!.share = '0.999999';
      },
    },
    'a purpose of lottery money on other money': {
      on: features.earmarks,
      spoil: (r) => (r.funding[1]!.earmark = ['elderly']),
      refused: 'RULES.EARMARK_NOT_LOTTERY /funding/1/earmark',
      twin: (r) =>
        Object.assign(r.funding[1]!, { source: 'welfare-lottery', earmark: ['orphans'] }),
    },
    'a category that no pot pays for': {
      on: features.earmarks,
      spoil: (r) => (r.funding[1]!.categories = ['youth', 'relief']),
      refused: 'RULES.CATEGORY_WITHOUT_POT /categories/4',
      twin: (r) => (r.funding[1]!.categories = ['youth', 'relief', 'other']),
    },
  });
});

describe('lots', () => {
  proveRefused({
    'a budget of nothing': {
      spoil: (r) => (r.lots[0]!.budget = '0.00'),
      refused: 'RULES.LOT_BUDGET_ZERO /lots/0/budget',
      twin: (r) => (r.lots[0]!.budget = '0.01'),
    },
    'budgets above the pots': {
      on: features.phases,
      spoil: (r) => (r.lots[0]!.budget = '700000.01'),
      refused: 'RULES.LOT_BUDGETS_ABOVE_POTS /lots',
      twin: (r) => (r.lots[0]!.budget = '700000.00'),
    },
    'more winners than its budget pays': {
      on: (r) => {
        features.phases(r);
        flatForAll(r);
      },
      spoil: (r) => (r.lots[1]!.winners = 11),
      refused: 'RULES.LOT_WINNERS_ABOVE_BUDGET /lots/1/winners',
      twin: (r) => (r.lots[1]!.winners = 10),
    },
    'more winners than the pots pay': {
      on: flatForAll,
      spoil: (r) => (r.lots[0]!.winners = 34),
      refused: 'RULES.LOT_WINNERS_ABOVE_BUDGET /lots/0/winners',
      twin: (r) => (r.lots[0]!.winners = 33),
    },
  });
});

describe('quotas against the money', () => {
  const quotas = (r: RuleSet) => {
    features.quotas(r);
    r.amount = { variant: 'up-to-cap', minAmount: '100000.00' };
  };

  proveRefused({
    'a quota above the budget of its category': {
      on: quotas,
      spoil: (r) => (r.categories[0]!.quota = 5),
      refused: 'RULES.QUOTA_ABOVE_BUDGET /categories/0/quota',
      twin: (r) => Object.assign(r.categories[0]!, { quota: 5, budget: '500000.00' }),
    },
    'a quota above the pots': {
      on: quotas,
      spoil: (r) => (r.categories[1]!.quota = 11),
      refused: 'RULES.QUOTA_ABOVE_BUDGET /categories/1/quota',
      twin: (r) => (r.categories[1]!.quota = 6),
    },
    'a quota above the pots that pay for its category': {
      on: (r) => {
        features.earmarks(r);
        quotas(r);
      },
      spoil: (r) => (r.categories[2]!.quota = 6),
      refused: 'RULES.QUOTA_ABOVE_BUDGET /categories/2/quota',
      twin: (r) => (r.categories[2]!.quota = 5),
    },
    'quotas that the pots cannot pay together': {
      on: quotas,
      spoil: (r) => (r.categories[1]!.quota = 7),
      refused: 'RULES.QUOTAS_ABOVE_POTS /categories',
      twin: (r) => (r.categories[1]!.quota = 6),
    },
    'more awards than the pots pay': {
      on: (r) => {
        features.partial(r);
        flatForAll(r);
      },
      spoil: (r) => (ranked(r).most = 34),
      refused: 'RULES.AWARDS_ABOVE_POTS /award/most',
      twin: (r) => (ranked(r).most = 33),
    },
    'winners of a vote-off that the pots do not pay': {
      on: (r) => {
        features.voteOff(r);
        r.amount = { variant: 'flat', amount: '200000.00' };
      },
      spoil: (r) => (voteOff(r).winners = 3),
      refused: 'RULES.AWARDS_ABOVE_POTS /award/winners',
      twin: (r) => Object.assign(voteOff(r), { direct: 2, winners: 3 }),
    },
    'a grant that the pots could not pay once': {
      on: (r) => (r.amount = { variant: 'fixed-price', amount: '1000000.00' }),
      spoil: (r) => (r.funding[0]!.amount = '999999.99'),
      refused: 'RULES.LEAST_GRANT_ABOVE_POTS /amount',
      twin: (r) => (r.funding[0]!.amount = '1000000.00'),
    },
    'a cap of a category below every grant': {
      on: flatForAll,
      spoil: (r) => (r.categories[0]!.cap = '29999.99'),
      refused: 'RULES.CATEGORY_CAP_BELOW_LEAST /categories/0/cap',
      twin: (r) => (r.categories[0]!.cap = '30000.00'),
    },
  });

  it('ask for no floor where the amount rule has none', () => {
    expect(contradictionsAfter(features.quotas, (r) => (r.categories[0]!.quota = 10_000))).toEqual(
      [],
    );
  });
});

describe('sums beyond what one amount may be', () => {
  it('are told and do not fail', () => {
    const most = '9999999999999.99';
    const [fault] = contradictionsIn(
      smallRound((r) => {
        r.categories.forEach((category) => (category.budget = most));
        r.award = {
          variant: 'rank-within-quotas',
          whenItDoesNotFit: 'skip',
          reserve: true,
          unfilledQuota: { variant: 'stays' },
        };
        r.categories[0]!.quota = 1;
      }),
    );
    expect(fault!.code).toBe('RULES.CATEGORY_BUDGETS_ABOVE_POTS');
    expect(fault!.facts).toEqual({ total: '49999999999999.95', pots: '1000000.00' });
  });
});
