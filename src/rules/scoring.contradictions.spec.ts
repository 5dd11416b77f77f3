import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type { PanelRules, RuleSet, ScorePart, TrimmedMean, WeightedSeats } from './rule-set.types';

const parts = (r: RuleSet) => r.scoring.parts!;
const part = (r: RuleSet, index: number) => parts(r)[index] as ScorePart & { points: number };
const trimmed = (r: RuleSet) => r.scoring.aggregation as TrimmedMean;
const weights = (r: RuleSet) => (r.scoring.aggregation as WeightedSeats).weights;
const name = { zh: '名称', en: 'Name' };

describe('the score', () => {
  proveRefused({
    'a pass mark above all its parts': {
      on: features.votesInScore,
      spoil: (r) => (r.scoring.passMark = '120.0001'),
      refused: 'RULES.PASS_MARK_ABOVE_TOTAL /scoring/passMark',
      twin: (r) => (r.scoring.passMark = '120'),
    },
    'a pass mark to be exceeded that nobody can exceed': {
      on: (r) => (r.scoring.passMarkIs = 'exceeded'),
      spoil: (r) => (r.scoring.passMark = '100'),
      refused: 'RULES.PASS_MARK_ABOVE_TOTAL /scoring/passMark',
      twin: (r) => (r.scoring.passMark = '99.9999'),
    },
    'sheets that count twice': {
      on: features.votesInScore,
      spoil: (r) => parts(r).push({ variant: 'sheets', code: 'again', points: 10 }),
      refused: 'RULES.PART_TWICE /scoring/parts/4',
      twin: (r) =>
        parts(r).push({ variant: 'given', code: 'again', name, points: 10, by: 'approver' }),
    },
    'two parts of one code': {
      on: features.votesInScore,
      spoil: (r) => (part(r, 2).code = 'votes'),
      refused: 'RULES.DUPLICATE_CODE /scoring/parts/2/code',
      twin: (r) => (part(r, 2).code = 'votes-2'),
    },
    'a bonus of at least more than the most': {
      on: features.votesInScore,
      spoil: (r) => Object.assign(parts(r)[3]!, { min: 21 }),
      refused: 'RULES.BONUS_REVERSED /scoring/parts/3/min',
      twin: (r) => Object.assign(parts(r)[3]!, { min: 20 }),
    },
    'votes in the score that nobody counts': {
      on: features.votesInScore,
      spoil: (r) => delete r.votes,
      refused: 'RULES.PART_NEEDS /scoring/parts/1',
      twin: (r) => {
        delete r.votes;
        parts(r).splice(1, 1);
        r.scoring.tieBreak.shift();
      },
    },
    'gifts in the score that nobody enters': {
      on: features.giftMatch,
      spoil: (r) => {
        r.amount = { variant: 'up-to-cap' };
        delete r.gifts;
      },
      refused: 'RULES.PART_NEEDS /scoring/parts/1',
      twin: (r) => (r.amount = { variant: 'up-to-cap' }),
    },
    'points for a price that is the same for all': {
      on: features.fixedPrice,
      spoil: (r) => parts(r).push({ variant: 'price', code: 'price', points: 10 }),
      refused: 'RULES.PRICE_WITHOUT_CHOICE /scoring/parts/2',
      twin: (r) => {
        r.amount = { variant: 'up-to-cap' };
        parts(r).push({ variant: 'price', code: 'price', points: 10 });
      },
    },
  });
});

describe('a tie-break', () => {
  proveRefused({
    'a criterion that does not exist': {
      on: features.votesInScore,
      spoil: (r) => (r.scoring.tieBreak[1] = { variant: 'higher-criterion', criterion: 'beauty' }),
      refused: 'RULES.UNKNOWN_CRITERION /scoring/tieBreak/1/criterion',
      twin: (r) => (r.scoring.tieBreak[1] = { variant: 'higher-criterion', criterion: 'need' }),
    },
    'a part that does not exist': {
      on: features.votesInScore,
      spoil: (r) => (r.scoring.tieBreak[0] = { variant: 'higher-part', part: 'need' }),
      refused: 'RULES.UNKNOWN_PART /scoring/tieBreak/0/part',
      twin: (r) => (r.scoring.tieBreak[0] = { variant: 'higher-part', part: 'bonus' }),
    },
    'a part where the score has none': {
      spoil: (r) => (r.scoring.tieBreak = [{ variant: 'higher-part', part: 'sheets' }]),
      refused: 'RULES.UNKNOWN_PART /scoring/tieBreak/0/part',
      twin: (r) => (r.scoring.tieBreak = [{ variant: 'lower-amount' }]),
    },
  });
});

describe('weights and parts by seats', () => {
  proveRefused({
    'weights of 101 %': {
      on: features.weightedSeats,
      spoil: (r) => (weights(r)[0]!.weight = '0.71'),
      refused: 'RULES.SEAT_WEIGHTS_NOT_WHOLE /scoring/aggregation/weights',
      twin: (r) => Object.assign(weights(r), [{ seat: 'chair', weight: '0.700000' }]),
    },
    'a weight for a seat that does not exist': {
      on: features.weightedSeats,
      spoil: (r) => weights(r).push({ seat: 'press', weight: '0' }),
      refused: 'RULES.UNKNOWN_SEAT /scoring/aggregation/weights/2/seat',
      twin: (r) => weights(r).reverse(),
    },
    'a seat without a weight': {
      on: features.weightedSeats,
      spoil: (r) => {
        r.panel!.seats.push({ code: 'press', name, count: 1 });
        r.panel!.size = 11;
      },
      refused: 'RULES.SEAT_WITHOUT_WEIGHT /panel/seats/2',
      twin: (r) => {
        r.panel!.seats.push({ code: 'press', name, count: 1 });
        r.panel!.size = 11;
        weights(r).push({ seat: 'press', weight: '0' });
      },
    },
    'a seat that is weighed twice': {
      on: features.weightedSeats,
      spoil: (r) => {
        weights(r)[0]!.weight = '0.5';
        weights(r).push({ seat: 'chair', weight: '0.2' });
      },
      refused: 'RULES.NAMED_TWICE /scoring/aggregation/weights/2/seat',
      twin: (r) => Object.assign(weights(r)[0]!, { weight: '0.7' }),
    },
    'a part by a seat that does not exist': {
      on: features.seatsInScore,
      spoil: (r) => Object.assign(parts(r)[0]!, { seats: ['experts', 'press'] }),
      refused: 'RULES.UNKNOWN_SEAT /scoring/parts/0/seats/1',
      twin: (r) => Object.assign(parts(r)[0]!, { seats: ['experts', 'public'] }),
    },
    'as many sheets dropped as the panel has': {
      on: features.trimmedMean,
      spoil: (r) => Object.assign(trimmed(r), { dropHighest: 2, dropLowest: 3 }),
      refused: 'RULES.ALL_SHEETS_DROPPED /scoring/aggregation',
      twin: (r) => Object.assign(trimmed(r), { dropHighest: 2, dropLowest: 2 }),
    },
  });
});

const anyPanel = (size: number): PanelRules => ({
  size,
  seats: [{ code: 'expert', name, count: size }],
  selection: { variant: 'draw', substitutes: 0 },
});

describe('who scores', () => {
  proveRefused({
    'a score of sheets that nobody fills in': {
      on: features.votesAlone,
      spoil: (r) => parts(r).push({ variant: 'sheets', code: 'sheets', points: 10 }),
      refused: 'RULES.MISSING /panel',
      twin: (r) => {
        parts(r).push({ variant: 'sheets', code: 'sheets', points: 10 });
        r.panel = anyPanel(5);
        r.scoring.criteria = [{ code: 'all', name, points: 10 }];
        r.scoring.totalPoints = 10;
      },
    },
    'an amount that a panel approves, without one': {
      on: features.votesAlone,
      spoil: features.panelApproved,
      refused: 'RULES.MISSING /panel',
      twin: features.laterPriced,
    },
    'criteria that nobody scores': {
      on: features.votesAlone,
      spoil: (r) => {
        r.scoring.criteria = [{ code: 'all', name, points: 10 }];
        r.scoring.totalPoints = 10;
      },
      refused: 'RULES.CRITERIA_WITHOUT_PANEL /scoring/criteria',
      twin: (r) => (r.scoring.criteria = []),
    },
    'criteria of an entitlement that nobody scores': {
      on: features.entitlement,
      spoil: (r) => {
        r.scoring.criteria = [{ code: 'all', name, points: 10 }];
        r.scoring.totalPoints = 10;
      },
      refused: 'RULES.CRITERIA_WITHOUT_PANEL /scoring/criteria',
      twin: (r) => (r.panel = anyPanel(5)),
    },
    'a panel with nothing to score': {
      spoil: (r) => Object.assign(r.scoring, { criteria: [], totalPoints: 0, passMark: '0' }),
      refused: 'RULES.CRITERIA_MISSING /scoring/criteria',
      twin: (r) => (r.scoring.passMark = '0'),
    },
    'a panel whose sheets count for nothing': {
      on: features.votesInScore,
      spoil: (r) => {
        parts(r).shift();
        r.scoring.passMark = '10';
      },
      refused: 'RULES.PANEL_NOT_ASKED /scoring/parts',
      twin: (r) => (r.scoring.passMark = '10'),
    },
  });
});

describe('a shortlist and a pitch', () => {
  proveRefused({
    'a shortlist that keeps all': {
      on: features.shortlistAndPitch,
      spoil: (r) => (r.shortlist!.keep = {}),
      refused: 'RULES.SHORTLIST_KEEPS_ALL /shortlist/keep',
      twin: (r) => (r.shortlist!.keep = { top: 1 }),
    },
    'a shortlist by a count that nobody enters': {
      on: features.shortlistAndPitch,
      spoil: (r) => (r.shortlist!.by = { variant: 'votes' }),
      refused: 'RULES.PART_NEEDS /shortlist/by',
      twin: (r) => {
        r.shortlist!.by = { variant: 'votes' };
        r.votes = { by: 'organizer' };
      },
    },
    'points of a shortlist that are not its total': {
      on: features.shortlistAndPitch,
      spoil: (r) => Object.assign(r.shortlist!.by, { totalPoints: 11 }),
      refused: 'RULES.POINTS_NOT_TOTAL /shortlist/by/criteria',
      twin: (r) => Object.assign(r.shortlist!.by, { totalPoints: 10 }),
    },
    'a mark of a shortlist above its total': {
      on: features.shortlistAndPitch,
      spoil: (r) => (r.shortlist!.keep.passMark = '10.1'),
      refused: 'RULES.PASS_MARK_ABOVE_TOTAL /shortlist/keep/passMark',
      twin: (r) => (r.shortlist!.keep.passMark = '10'),
    },
    'slides that are late for no time': {
      on: features.shortlistAndPitch,
      spoil: (r) => delete r.pitch!.slidesDueAt,
      refused: 'RULES.BREACH_WITHOUT_LIMIT /pitch/disqualifies/0',
      twin: (r) => {
        delete r.pitch!.slidesDueAt;
        r.pitch!.disqualifies!.shift();
      },
    },
    'a talk over no time': {
      on: features.shortlistAndPitch,
      spoil: (r) => delete r.pitch!.presentMinutes,
      refused: 'RULES.BREACH_WITHOUT_LIMIT /pitch/disqualifies/1',
      twin: (r) => delete r.pitch!.questionMinutes,
    },
    'slides due before the call': {
      on: features.shortlistAndPitch,
      spoil: (r) => (r.pitch!.slidesDueAt = r.timetable.callOpensAt),
      refused: 'RULES.BEFORE_THE_CALL /pitch/slidesDueAt',
      twin: (r) => (r.pitch!.slidesDueAt = '2020-03-10T00:00:01+08:00'),
    },
    'a small even panel of a shortlist': {
      on: features.shortlistAndPitch,
      spoil: (r) => Object.assign(r.shortlist!.by, { panel: anyPanel(4) }),
      refused: 'RULES.PANEL_EVEN /shortlist/by/panel/size',
      twin: (r) => Object.assign(r.shortlist!.by, { panel: anyPanel(10) }),
    },
    'weights that settle nothing in a shortlist': {
      on: (r) => {
        features.weightedSeats(r);
        features.shortlistAndPitch(r);
      },
      spoil: (r) => Object.assign(r.shortlist!.by, { panel: anyPanel(4) }),
      refused: 'RULES.PANEL_EVEN /shortlist/by/panel/size',
      twin: (r) => Object.assign(r.shortlist!.by, { panel: anyPanel(5) }),
    },
    'as many sheets dropped as the panel of a shortlist has': {
      on: (r) => {
        features.trimmedMean(r);
        features.shortlistAndPitch(r);
      },
      spoil: (r) => (trimmed(r).dropLowest = 2),
      refused: 'RULES.ALL_SHEETS_DROPPED /scoring/aggregation',
      twin: (r) => {
        trimmed(r).dropLowest = 2;
        Object.assign(r.shortlist!.by, { panel: anyPanel(5) });
      },
    },
    'seats of a shortlist that are not its panel': {
      on: features.shortlistAndPitch,
      spoil: (r) => Object.assign(r.shortlist!.by, { panel: { ...anyPanel(5), size: 7 } }),
      refused: 'RULES.SEATS_NOT_PANEL /shortlist/by/panel/seats',
      twin: (r) => Object.assign(r.shortlist!.by, { panel: anyPanel(7) }),
    },
  });
});
