// Long because each feature of the rules that the small round does not use is turned on by one function, and they are looked up by name.
import { toDay } from '../kernel/day';
import type { BilingualText, PanelSeat, RuleSet } from './rule-set.types';

/** Turns something on in a small round, which stays one that can be run. */
export type Feature = (rules: RuleSet) => void;

const name = (en: string): BilingualText => ({ zh: `名称（${en}）`, en });
const clause = { source: 'invented', text: '由主办单位决定。' };

/** Takes away what the provenance says of parts that a feature takes away. */
function forget(rules: RuleSet, path: string): void {
  const isBelow = (one: string) => one === path || one.startsWith(`${path}/`);
  rules.provenance = rules.provenance.filter((entry) => !isBelow(entry.path));
}

function seats(rules: RuleSet, ...counts: readonly [string, number][]): PanelSeat[] {
  forget(rules, '/panel');
  return counts.map(([code, count]) => ({ code, name: name(code), count }));
}

/** Each feature by itself makes valid rules of the small round; features of different parts go together. */
export const features = {
  /** Steps by the names of the call, in the order of the product. */
  publishedSteps: (rules) => {
    rules.steps = [
      { code: 'call', name: name('Call'), is: 'call' },
      { code: 'check', name: name('Check'), is: 'qualification' },
      { code: 'talks', name: name('Talks'), is: 'review' },
      { code: 'scores', name: name('Scores'), is: 'review' },
      { code: 'result', name: name('Result'), is: 'notice' },
      { code: 'midterm', name: name('Mid-term'), is: 'midterm' },
    ];
  },
  /** Two phases with times of their own, the second with money and winners of its own. */
  phases: (rules) => {
    rules.lots[0]!.closesAt = '2020-03-25T00:00:00+08:00';
    rules.lots.push({
      code: 'second',
      name: name('Second phase'),
      opensAt: '2020-03-25T00:00:00+08:00',
      budget: '300000.00',
      winners: 5,
    });
  },
  /** Portal and paper, both or void. */
  channels: (rules) => {
    rules.timetable.channels = [
      { code: 'portal', name: name('Portal'), kind: 'portal', required: true },
      { code: 'paper', name: name('Paper'), kind: 'paper', required: true, copies: 2 },
    ];
  },
  /** A briefing while the call is open, a review after it. */
  events: (rules) => {
    rules.timetable.events = [
      {
        code: 'briefing',
        name: name('Briefing'),
        kind: 'briefing',
        at: '2020-03-17T15:00:00+08:00',
      },
      {
        code: 'review',
        name: name('Review'),
        kind: 'review',
        from: toDay('2020-04-20'),
        to: toDay('2020-04-24'),
      },
    ];
  },
  /** Two layers before the panel, one for some categories alone. */
  forwarding: (rules) => {
    rules.forwarding = [
      {
        code: 'street',
        name: name('Street'),
        by: 'streetOfficer',
        dueOn: toDay('2020-04-17'),
        onlyFor: ['elderly', 'disability'],
      },
      {
        code: 'city',
        name: name('City'),
        by: 'organizer',
        dueOn: toDay('2020-04-24'),
        ranks: true,
      },
    ];
  },
  /** Two classes of applicants, one with conditions of its own. */
  classes: (rules) => {
    rules.applicants = {
      classes: [
        { code: 'new', name: name('New organizations') },
        { code: 'grown', name: name('Grown organizations'), kinds: ['association', 'foundation'] },
      ],
      jointBids: 'allowed',
    };
    rules.qualification.push(
      { variant: 'registered-from', from: toDay('2019-01-01'), for: { classes: ['new'] } },
      { variant: 'annual-check-passed', years: [2018, 2019], for: { classes: ['grown'] } },
    );
  },
  /** Lists with look-backs of their own, a declaration, a document. */
  cleanRecord: (rules) => {
    rules.qualification.push(
      { variant: 'clean-of', list: 'abnormal-operations', lookBackMonths: 12 },
      { variant: 'clean-of', list: 'major-violations', lookBackMonths: 36 },
      { variant: 'declared', code: 'no-debts', statement: name('No debts') },
      { variant: 'attached', code: 'licence', document: name('Licence') },
    );
  },
  /** Two pots that pay every award together. */
  potShares: (rules) => {
    rules.funding[0]!.share = '0.7';
    rules.funding.push({
      code: 'gifts',
      name: name('Gifts'),
      source: 'crowdfunding',
      amount: '400000.00',
      share: '0.3',
    });
  },
  /** Lottery money bound to some purposes, and a second pot for all categories. */
  earmarks: (rules) => {
    Object.assign(rules.funding[0]!, {
      earmark: ['elderly', 'disability'],
      categories: ['elderly', 'disability'],
    });
    rules.funding.push({
      code: 'fiscal',
      name: name('Fiscal money'),
      source: 'fiscal',
      amount: '500000.00',
    });
  },
  /** Between a floor and a cap. */
  upToCap: (rules) => {
    rules.amount = { variant: 'up-to-cap', minAmount: '5000.00', maxAmount: '300000.00' };
  },
  /** Five tiers, others for one category. */
  tiers: (rules) => {
    rules.amount = {
      variant: 'tier',
      tiers: ['10000.00', '30000.00', '50000.00'],
      byCategory: [{ category: 'elderly', amounts: ['30000.00', '60000.00'] }],
    };
  },
  /** The same for everybody, other sums for some. */
  flat: (rules) => {
    features.classes(rules);
    rules.amount = {
      variant: 'flat',
      amount: '30000.00',
      byCategory: [{ category: 'relief', amount: '20000.00' }],
      byClass: [{ class: 'grown', amount: '50000.00' }],
    };
  },
  /** Prizes for the first ten, in the lot. */
  prizes: (rules) => {
    rules.amount = {
      variant: 'prize-by-rank',
      prizes: [
        { from: 1, to: 1, amount: '100000.00' },
        { from: 2, to: 4, amount: '60000.00' },
        { from: 5, to: 10, amount: '10000.00' },
      ],
    };
    rules.titles = [
      { code: 'gold', name: name('Gold'), from: 1, to: 1 },
      { code: 'silver', name: name('Silver'), from: 2, to: 4 },
    ];
  },
  /** A share of the budget as audited, by category. */
  auditedShare: (rules) => {
    rules.amount = {
      variant: 'share-of-budget',
      share: '0.5',
      byCategory: [{ category: 'youth', share: '0.7' }],
      maxAmount: '200000.00',
      budget: 'audited',
    };
  },
  /** What the panel approves. */
  panelApproved: (rules) => {
    rules.amount = { variant: 'panel-approved', minAmount: '10000.00', maxAmount: '500000.00' };
  },
  /** One price; who offers the most hours has the points. */
  fixedPrice: (rules) => {
    rules.amount = { variant: 'fixed-price', amount: '185400.00' };
    rules.scoring.parts = [
      { variant: 'sheets', code: 'sheets', points: 80 },
      { variant: 'hours', code: 'hours', points: 20 },
    ];
  },
  /** Unit prices; the bid says how many of one. */
  unitPrices: (rules) => {
    rules.amount = {
      variant: 'unit-price',
      outputs: [
        { code: 'cases', name: name('Cases'), unitPrice: '300.00', quantity: 7 },
        { code: 'groups', name: name('Groups'), unitPrice: '1000.00' },
      ],
      maxAmount: '100000.00',
    };
  },
  /** Gifts are matched, and score. */
  giftMatch: (rules) => {
    rules.gifts = {
      by: 'organizer',
      closesOn: toDay('2020-04-30'),
      fromAmounts: [{ donor: 'person', amount: '100.00' }],
    };
    rules.amount = {
      variant: 'gift-match',
      ratio: '2',
      capWithGifts: '500000.00',
      capWithoutGifts: '300000.00',
    };
    rules.scoring.parts = [
      { variant: 'sheets', code: 'sheets', points: 80 },
      { variant: 'gifts', code: 'gifts', points: 20 },
    ];
  },
  /** Priced after the award, by a person. */
  laterPriced: (rules) => {
    rules.amount = { variant: 'later-priced', by: 'organizer', ceiling: '250000.00' };
  },
  /** Own match, and limits on lines, both checked. */
  matchAndLimits: (rules) => {
    rules.match = {
      minShareOfBudget: '0.1',
      minAmounts: [{ category: 'elderly', amount: '4900.00' }],
      sources: ['own-funds', 'in-kind'],
      inKind: 'valued',
    };
    rules.costLimits = [
      { code: 'people', name: name('People'), lines: ['staff'], of: 'grant', maxShare: '0.4' },
      {
        code: 'service',
        name: name('Service'),
        lines: ['activities', 'materials'],
        of: 'budget',
        minShare: '0.3',
        maxShare: '0.9',
      },
    ];
    rules.qualification.push({ variant: 'own-match-reached' }, { variant: 'cost-limits-kept' });
  },
  /** Panel, votes, a bonus and an outside rating make up the score. */
  votesInScore: (rules) => {
    rules.votes = {
      by: 'organizer',
      opensAt: '2020-04-20T00:00:00+08:00',
      closesAt: '2020-05-01T00:00:00+08:00',
      minChoices: 4,
      maxChoices: 8,
    };
    rules.scoring.parts = [
      { variant: 'sheets', code: 'sheets', points: 70 },
      { variant: 'votes', code: 'votes', points: 20, of: 'share-of-most' },
      { variant: 'given', code: 'rating', name: name('Rating'), points: 10, by: 'supervisor' },
      { variant: 'bonus', code: 'bonus', name: name('Bonus'), min: 5, max: 20, by: 'organizer' },
    ];
    rules.scoring.tieBreak = [
      { variant: 'higher-part', part: 'votes' },
      { variant: 'higher-criterion', criterion: 'effect' },
      { variant: 'decision', by: 'approver' },
    ];
  },
  /** No panel at all: votes decide. */
  votesAlone: (rules) => {
    rules.votes = { by: 'organizer', passVotes: 3315 };
    rules.scoring = {
      ...rules.scoring,
      criteria: [],
      totalPoints: 0,
      passMark: '0',
      parts: [{ variant: 'votes', code: 'votes', points: 100, of: 'share-of-voters' }],
    };
    delete rules.panel;
    forget(rules, '/panel');
  },
  /** Seats with weights, ten of them appointed. */
  weightedSeats: (rules) => {
    rules.panel = {
      size: 10,
      seats: seats(rules, ['chair', 2], ['public', 8]),
      selection: { variant: 'appointment', by: 'organizer' },
      observers: [{ code: 'press', name: name('Press') }],
    };
    rules.scoring.aggregation = {
      variant: 'weighted-seats',
      weights: [
        { seat: 'chair', weight: '0.7' },
        { seat: 'public', weight: '0.3' },
      ],
      decimals: 2,
      rounding: 'half-even',
    };
  },
  /** The score is what two kinds of seats give. */
  seatsInScore: (rules) => {
    rules.panel = {
      size: 35,
      seats: seats(rules, ['experts', 5], ['public', 30]),
      selection: { variant: 'draw', substitutes: 2 },
    };
    rules.scoring.parts = [
      { variant: 'seats', code: 'experts', points: 60, seats: ['experts'], normalising: 'raw' },
      { variant: 'seats', code: 'public', points: 40, seats: ['public'], normalising: 'spread' },
    ];
  },
  /** Highest and lowest are dropped. */
  trimmedMean: (rules) => {
    rules.scoring.aggregation = {
      variant: 'trimmed-mean',
      dropHighest: 1,
      dropLowest: 1,
      decimals: 2,
      rounding: 'down',
    };
  },
  /** A first selection by a panel of its own, then pitches. */
  shortlistAndPitch: (rules) => {
    rules.shortlist = {
      by: {
        variant: 'panel',
        panel: {
          size: 3,
          seats: [{ code: 'expert', name: name('Experts'), count: 3 }],
          selection: { variant: 'draw', substitutes: 1 },
        },
        criteria: [{ code: 'idea', name: name('Idea'), points: 10 }],
        totalPoints: 10,
      },
      keep: { top: 20, passMark: '6' },
    };
    rules.pitch = {
      presentMinutes: 5,
      questionMinutes: 5,
      slidesDueAt: '2020-04-20T18:00:00+08:00',
      disqualifies: ['slides-late', 'over-time', 'absent'],
    };
  },
  /** Whoever qualifies gets it. */
  entitlement: (rules) => {
    rules.mode = 'entitlement';
    rules.award = { variant: 'entitlement', whenItDoesNotFit: 'stop', mostPerOrganization: 1 };
    rules.scoring = { ...rules.scoring, criteria: [], totalPoints: 0, passMark: '0' };
    delete rules.panel;
    forget(rules, '/panel');
  },
  /** Three are awarded, four more go to a vote-off. */
  voteOff: (rules) => {
    rules.award = { variant: 'vote-off', direct: 3, contested: 4, winners: 2, by: 'approver' };
  },
  /** What does not fit gets what is left, if that is four fifths of it. */
  partial: (rules) => {
    rules.award = {
      variant: 'rank-within-budget',
      whenItDoesNotFit: 'partial',
      leastShareLeft: '0.8',
      reserve: true,
      most: 10,
      mostPerOrganization: 1,
    };
  },
  /** Places of categories. */
  quotas: (rules) => {
    rules.award = {
      variant: 'rank-within-quotas',
      whenItDoesNotFit: 'skip',
      unfilledQuota: { variant: 'next-best' },
      reserve: true,
    };
    Object.assign(rules.categories[0]!, { quota: 4, budget: '400000.00' });
  },
  /** A category that is not competed for. */
  directedCategory: (rules) => {
    rules.categories[4]!.basis = 'directed-commission';
  },
  /** Days of the notice as they were published, and challenges after it. */
  noticeAndChallenges: (rules) => {
    Object.assign(rules.notice, {
      firstDay: toDay('2020-05-11'),
      lastDay: toDay('2020-05-15'),
      contents: ['amounts', 'experts'],
    });
    Object.assign(rules.objection, {
      form: 'written',
      countsWhen: 'posted',
      afterNotice: { challengeWorkingDays: 7, answerWorkingDays: 7 },
    });
  },
  /** Three tranches each of which waits for the one before, and more. */
  chainedTranches: (rules) => {
    rules.tranches[1]!.trigger = {
      variant: 'all-of',
      triggers: [
        { variant: 'tranche-settled', tranche: 'first' },
        { variant: 'spent-share', share: '0.75' },
        { variant: 'report-approved', report: 'midterm' },
      ],
    };
    rules.tranches[0]!.trigger = { variant: 'notice-ended' };
    forget(rules, '/tranches/1/trigger');
  },
  /** Shares of years, equipment first and whole. */
  yearsAndLines: (rules) => {
    forget(rules, '/tranches');
    rules.timetable.projectTo = toDay('2022-06-11');
    rules.evaluations.pop();
    forget(rules, '/evaluations/1');
    const due = { n: 15, unit: 'workingDays' } as const;
    const of = (code: string, share: string, base: RuleSet['tranches'][number]['of']) => ({
      ...{ code, name: name(code), share, meaning: 'advance' as const, dueWithin: due },
      trigger: { variant: 'months-after-start' as const, months: 1 },
      ...(base && { of: base }),
    });
    rules.tranches = [
      of('equipment', '1', { variant: 'lines', lines: ['materials'] }),
      of('year-one', '0.6', { variant: 'year', year: 1 }),
      of('year-one-rest', '0.4', { variant: 'year', year: 1 }),
      of('year-two', '1', { variant: 'year', year: 2 }),
    ];
  },
  /** A bonus by grade inside a contract sized at the best. */
  bonusTranche: (rules) => {
    rules.tranches[2]!.meaning = 'bonus';
    rules.contract.price = 'ceiling';
  },
  /** The days of an evaluation as it is carried out, and a floor. */
  evaluationDays: (rules) => {
    Object.assign(rules.evaluations[1]!, {
      selfReportFrom: toDay('2020-12-20'),
      selfReportTo: '2021-01-10T17:00:00+08:00',
      reviewFrom: toDay('2021-01-11'),
      resultBy: toDay('2021-02-15'),
      floors: [{ indicator: 'satisfaction', below: '80', atBest: 'pass' }],
      consequences: [{ variant: 'bar', months: 36, scope: 'same-kind' }],
    });
  },
  /** What has to be done while a project runs, what may change, what a breach leads to. */
  duties: (rules) => {
    rules.monitoring = {
      duties: [
        {
          code: 'files',
          name: name('Files'),
          kind: 'file-keeping',
          by: 'grantee',
          keepYears: 15,
        },
      ],
    };
    rules.changes = [
      { code: 'budget', name: name('Budget'), what: ['budget'], approval: 'approval' },
    ];
    rules.sanctions = [
      {
        code: 'false',
        name: name('False statements'),
        cause: 'false-statement',
        consequences: [{ variant: 'publish' }],
      },
    ];
  },
  /** Questions that named roles decide. */
  decisions: (rules) => {
    rules.decisions = [
      {
        code: 'site',
        at: 'site-check',
        per: 'bid',
        by: 'organizer',
        question: name('Is the site as described?'),
        answer: {
          variant: 'choice',
          options: [
            { code: 'yes', name: name('Yes'), effect: 'goes-on' },
            { code: 'no', name: name('No'), effect: 'excludes' },
          ],
        },
        clause,
      },
      {
        code: 'go-on',
        at: 'award',
        per: 'lot',
        by: 'approver',
        question: name('Does the lot go on?'),
        answer: {
          variant: 'choice',
          options: [
            { code: 'on', name: name('Yes'), effect: 'goes-on' },
            { code: 'end', name: name('No'), effect: 'ends' },
          ],
        },
        clause,
      },
    ];
  },
} satisfies Readonly<Record<string, Feature>>;
