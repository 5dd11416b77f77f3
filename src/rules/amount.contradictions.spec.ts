import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type {
  FlatAmount,
  GiftMatch,
  PanelApproved,
  RuleSet,
  ShareOfBudget,
  TieredAmount,
  UnitPrice,
  UpToCap,
} from './rule-set.types';

const upToCap = (r: RuleSet) => r.amount as UpToCap;
const tiers = (r: RuleSet) => r.amount as TieredAmount;
const flat = (r: RuleSet) => r.amount as FlatAmount;
const share = (r: RuleSet) => r.amount as ShareOfBudget;
const outputs = (r: RuleSet) => r.amount as UnitPrice;
const gifts = (r: RuleSet) => r.amount as GiftMatch;

describe('the amount rule', () => {
  proveRefused({
    'a floor above the cap': {
      on: features.upToCap,
      spoil: (r) => (upToCap(r).minAmount = '300000.01'),
      refused: 'RULES.AMOUNTS_REVERSED /amount/minAmount',
      twin: (r) => (upToCap(r).minAmount = '300000.00'),
    },
    'a cap of nothing': {
      on: features.upToCap,
      spoil: (r) => (r.amount = { variant: 'up-to-cap', maxAmount: '0.00' }),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/maxAmount',
      twin: (r) => (r.amount = { variant: 'up-to-cap' }),
    },
    'a floor above what the panel may approve': {
      on: features.panelApproved,
      spoil: (r) => ((r.amount as PanelApproved).minAmount = '500000.01'),
      refused: 'RULES.AMOUNTS_REVERSED /amount/minAmount',
      twin: (r) => ((r.amount as PanelApproved).minAmount = '500000.00'),
    },
    'tiers that do not go up': {
      on: features.tiers,
      spoil: (r) => (tiers(r).tiers = ['10000.00', '50000.00', '30000.00']),
      refused: 'RULES.TIERS_NOT_ASCENDING /amount/tiers/2',
      twin: (r) => (tiers(r).tiers = ['10000.00', '50000.00', '50000.01']),
    },
    'a tier of nothing': {
      on: features.tiers,
      spoil: (r) => (tiers(r).tiers = ['0.00', '50000.00']),
      refused: 'RULES.TIERS_NOT_ASCENDING /amount/tiers/0',
      twin: (r) => (tiers(r).tiers = ['0.01', '50000.00']),
    },
    'tiers of a category that do not go up': {
      on: features.tiers,
      spoil: (r) => (tiers(r).byCategory![0]!.amounts = ['30000.00', '20000.00']),
      refused: 'RULES.TIERS_NOT_ASCENDING /amount/byCategory/0/amounts/1',
      twin: (r) => (tiers(r).byCategory![0]!.amounts = ['20000.00', '30000.00']),
    },
    'a flat sum of nothing': {
      on: features.flat,
      spoil: (r) => (flat(r).byClass![0]!.amount = '0.00'),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/byClass/0/amount',
      twin: (r) => (flat(r).byClass![0]!.amount = '0.01'),
    },
    'a share of nothing': {
      on: features.auditedShare,
      spoil: (r) => (share(r).byCategory![0]!.share = '0'),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/byCategory/0/share',
      twin: (r) => (share(r).byCategory![0]!.share = '0.000001'),
    },
    'a fixed price of nothing': {
      on: features.fixedPrice,
      spoil: (r) => (r.amount = { variant: 'fixed-price', amount: '0.00' }),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/amount',
      twin: (r) => (r.amount = { variant: 'fixed-price', amount: '0.01' }),
    },
    'an output for nothing': {
      on: features.unitPrices,
      spoil: (r) => (outputs(r).outputs[0]!.unitPrice = '0.00'),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/outputs/0/unitPrice',
      twin: (r) => (outputs(r).outputs[0]!.unitPrice = '0.01'),
    },
    'outputs that come to more than the limit': {
      on: features.unitPrices,
      spoil: (r) => (outputs(r).outputs[1]!.quantity = 98),
      refused: 'RULES.OUTPUTS_ABOVE_CAP /amount/outputs',
      twin: (r) => (outputs(r).outputs[1]!.quantity = 97),
    },
    'less with gifts than without': {
      on: features.giftMatch,
      spoil: (r) => (gifts(r).capWithoutGifts = '500000.01'),
      refused: 'RULES.CAPS_REVERSED /amount/capWithoutGifts',
      twin: (r) => (gifts(r).capWithoutGifts = '500000.00'),
    },
    'a match of nothing': {
      on: features.giftMatch,
      spoil: (r) => (gifts(r).ratio = '0'),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/ratio',
      twin: (r) => (gifts(r).ratio = '0.0001'),
    },
    'gifts to be matched that nobody enters': {
      on: features.giftMatch,
      spoil: (r) => {
        delete r.gifts;
        delete r.scoring.parts;
      },
      refused: 'RULES.NEEDED_BY /amount',
      twin: (r) => delete r.scoring.parts,
    },
    'a ceiling of nothing': {
      on: features.laterPriced,
      spoil: (r) => (r.amount = { variant: 'later-priced', by: 'organizer', ceiling: '0.00' }),
      refused: 'RULES.GRANT_ALWAYS_ZERO /amount/ceiling',
      twin: (r) => (r.amount = { variant: 'later-priced', by: 'organizer', ceiling: '0.01' }),
    },
  });
});
