import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';

describe('what a bid brings', () => {
  proveRefused({
    'a limit of nothing': {
      on: features.matchAndLimits,
      spoil: (r) => delete r.costLimits![0]!.maxShare,
      refused: 'RULES.LIMIT_OF_NOTHING /costLimits/0',
      twin: (r) => Object.assign(r.costLimits![0]!, { maxShare: undefined, minShare: '0.1' }),
    },
    'a least share above the most': {
      on: features.matchAndLimits,
      spoil: (r) => (r.costLimits![1]!.minShare = '0.91'),
      refused: 'RULES.SHARES_REVERSED /costLimits/1/minShare',
      twin: (r) => (r.costLimits![1]!.minShare = '0.9'),
    },
    'a check of an own match that is not asked for': {
      on: features.matchAndLimits,
      spoil: (r) => delete r.match,
      refused: 'RULES.NEEDED_BY /qualification/7',
      twin: (r) => {
        delete r.match;
        r.qualification = r.qualification.filter(({ variant }) => variant !== 'own-match-reached');
      },
    },
    'a check of limits that are not there': {
      on: features.matchAndLimits,
      spoil: (r) => delete r.costLimits,
      refused: 'RULES.NEEDED_BY /qualification/8',
      twin: (r) => {
        delete r.costLimits;
        r.qualification.pop();
      },
    },
    'two least gifts of one kind of donor': {
      on: features.giftMatch,
      spoil: (r) => r.gifts!.fromAmounts!.push({ donor: 'person', amount: '1.00' }),
      refused: 'RULES.NAMED_TWICE /gifts/fromAmounts/1/donor',
      twin: (r) => r.gifts!.fromAmounts!.push({ donor: 'enterprise', amount: '1.00' }),
    },
    'more choices at least than at most': {
      on: features.votesInScore,
      spoil: (r) => (r.votes!.minChoices = 9),
      refused: 'RULES.RANGE_REVERSED /votes/minChoices',
      twin: (r) => (r.votes!.minChoices = 8),
    },
  });
});
