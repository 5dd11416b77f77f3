import { toDay } from '../kernel/day';
import { tell } from '../kernel/refusal';
import { contradictionsAfter } from './contradiction-cases.fixture';
import { contradictionsIn } from './rule-set.contradictions';
import { features, type Feature } from './round-features.fixture';
import type { Choice, CleanOf, PanelRules, RuleSet } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const procurement: Feature = (r) => (r.regime = 'procurement');
const challenges: Feature = (r) => (r.objection.afterNotice ??= {});
const priced = (points: number): Feature => {
  return (r) => {
    r.amount = { variant: 'up-to-cap' };
    r.scoring.parts = [
      { variant: 'sheets', code: 'sheets', points: 100 - points },
      { variant: 'price', code: 'price', points },
    ];
  };
};
const cleanFor = (lookBackMonths: number): Feature => {
  return (r) => {
    features.cleanRecord(r);
    r.qualification.forEach((check) => {
      const { list } = check as CleanOf;
      if (list === 'major-violations') Object.assign(check, { lookBackMonths });
    });
  };
};
const threeForShortlist: Feature = (r) => {
  features.shortlistAndPitch(r);
};
const panelOfFive = (r: RuleSet) => {
  features.shortlistAndPitch(r);
  const { panel } = r.shortlist!.by as { panel: PanelRules };
  Object.assign(panel, { size: 5 });
  panel.seats[0]!.count = 5;
};

/** A value that the law refuses, the nearest that it takes, and where the refusal points. */
type Limit = readonly [what: string, refused: Feature, taken: Feature, fault: string];

const LIMITS: readonly Limit[] = [
  [
    'two bidders as enough',
    (r) => (r.minimumBids = { n: 2 }),
    (r) => (r.minimumBids = { n: 3 }),
    'RULES.BELOW_LIMIT /minimumBids/n',
  ],
  [
    'a phase of nineteen days in a call that is long enough',
    (r) => (r.lots[0]!.closesAt = '2020-03-29T00:00:00+08:00'),
    (r) => (r.lots[0]!.closesAt = '2020-03-30T00:00:00+08:00'),
    'RULES.BELOW_LIMIT /lots/0/closesAt',
  ],
  [
    'a lot that opens nineteen days before the call closes',
    (r) => (r.lots[0]!.opensAt = '2020-03-23T00:00:00+08:00'),
    (r) => (r.lots[0]!.opensAt = '2020-03-22T00:00:00+08:00'),
    'RULES.BELOW_LIMIT /lots/0/opensAt',
  ],
  [
    'a look-back at major violations of less than three years',
    cleanFor(35),
    cleanFor(36),
    'RULES.BELOW_LIMIT /qualification/8/lookBackMonths',
  ],
  [
    'a panel of three for a shortlist',
    threeForShortlist,
    panelOfFive,
    'RULES.BELOW_LIMIT /shortlist/by/panel/size',
  ],
  ['a price that counts 9 %', priced(9), priced(10), 'RULES.BELOW_LIMIT /scoring/parts/1/points'],
  [
    'a challenge within six days',
    (r) => (r.objection.afterNotice!.challengeWorkingDays = 6),
    (r) => (r.objection.afterNotice!.challengeWorkingDays = 7),
    'RULES.BELOW_LIMIT /objection/afterNotice/challengeWorkingDays',
  ],
  [
    'an answer to a challenge within eight days',
    (r) => (r.objection.afterNotice!.answerWorkingDays = 8),
    (r) => (r.objection.afterNotice!.answerWorkingDays = 7),
    'RULES.ABOVE_LIMIT /objection/afterNotice/answerWorkingDays',
  ],
  [
    'a complaint within fourteen days',
    (r) => (r.objection.afterNotice!.complaintWorkingDays = 14),
    (r) => (r.objection.afterNotice!.complaintWorkingDays = 15),
    'RULES.BELOW_LIMIT /objection/afterNotice/complaintWorkingDays',
  ],
  [
    'a decision within thirty-one days',
    (r) => (r.objection.afterNotice!.decisionWorkingDays = 31),
    (r) => (r.objection.afterNotice!.decisionWorkingDays = 30),
    'RULES.ABOVE_LIMIT /objection/afterNotice/decisionWorkingDays',
  ],
  [
    'a suspension of thirty-one days',
    (r) => (r.objection.afterNotice!.suspensionDays = 31),
    (r) => (r.objection.afterNotice!.suspensionDays = 30),
    'RULES.ABOVE_LIMIT /objection/afterNotice/suspensionDays',
  ],
  [
    'a contract published after three days',
    (r) => (r.contract.publishWithinWorkingDays = 3),
    (r) => (r.contract.publishWithinWorkingDays = 2),
    'RULES.ABOVE_LIMIT /contract/publishWithinWorkingDays',
  ],
  [
    'a contract filed after eight days',
    (r) => (r.contract.fileWithinWorkingDays = 8),
    (r) => (r.contract.fileWithinWorkingDays = 7),
    'RULES.ABOVE_LIMIT /contract/fileWithinWorkingDays',
  ],
  [
    'a contract of thirty-seven months',
    (r) => (r.contract.termMonths = 37),
    (r) => (r.contract.termMonths = 36),
    'RULES.ABOVE_LIMIT /contract/termMonths',
  ],
  [
    'projects of more than three years',
    (r) => lasting(r, '2023-06-12'),
    (r) => lasting(r, '2023-06-11'),
    'RULES.ABOVE_LIMIT /timetable/projectTo',
  ],
  [
    'a payment within sixty-one days',
    (r) => (r.tranches[0]!.dueWithin = { n: 61, unit: 'calendarDays' }),
    (r) => (r.tranches[0]!.dueWithin = { n: 60, unit: 'calendarDays' }),
    'RULES.ABOVE_LIMIT /tranches/0/dueWithin/n',
  ],
  [
    'a payment within more working days than sixty days have',
    (r) => (r.tranches[0]!.dueWithin = { n: 43, unit: 'workingDays' }),
    (r) => (r.tranches[0]!.dueWithin = { n: 42, unit: 'workingDays' }),
    'RULES.ABOVE_LIMIT /tranches/0/dueWithin/n',
  ],
  [
    'files kept for fourteen years',
    (r) => keeping(r, 14),
    (r) => keeping(r, 15),
    'RULES.BELOW_LIMIT /monitoring/duties/0/keepYears',
  ],
  [
    'a notice without the experts',
    (r) => (r.notice.showsExperts = false),
    (r) => (r.notice.showsExperts = true),
    'RULES.EXPERTS_NOT_NAMED /notice/showsExperts',
  ],
  [
    'a final evaluation without those served',
    (r) => (r.evaluations[1]!.usersTakePart = false),
    (r) => (r.evaluations[0]!.usersTakePart = false),
    'RULES.USERS_LEFT_OUT /evaluations/1/usersTakePart',
  ],
  [
    'a visit that changes the result',
    features.decisions,
    (r) => {
      features.decisions(r);
      (r.decisions![0]!.answer as Choice).options[1]!.effect = 'noted';
    },
    'RULES.SITE_CHECK_CHANGES_RESULT /decisions/0/answer/options/1/effect',
  ],
  [
    'working days of another place',
    (r) => (r.calendar = 'TW'),
    (r) => (r.calendar = 'CN'),
    'RULES.CALENDAR_OF_LAW /calendar',
  ],
];

function lasting(r: RuleSet, projectTo: string): void {
  r.timetable.projectTo = toDay(projectTo);
  Object.assign(r.evaluations[1]!, { opensOn: '2023-06-15', dueOn: '2023-07-15' });
  r.reports[1]!.dueOn = toDay('2023-06-30');
}

function keeping(r: RuleSet, years: number): void {
  features.duties(r);
  r.monitoring!.duties![0]!.keepYears = years;
}

describe('the law of procurement', () => {
  it.each(LIMITS)(
    'refuses %s, takes what is just within it, and asks nothing of a grant',
    (...limit) => {
      const [, refused, taken, fault] = limit;
      expect(contradictionsAfter(procurement, challenges, refused)).toEqual([fault]);
      expect(contradictionsAfter(procurement, challenges, taken)).toEqual([]);
      expect(contradictionsAfter(challenges, refused)).toEqual([]);
    },
  );

  it('tells the article and both numbers', () => {
    const [fault] = contradictionsIn(
      smallRound((r) => {
        r.regime = 'procurement';
        r.minimumBids = { n: 2 };
      }),
    );
    expect(fault!.facts).toEqual({ given: 2, article: '政府采购法第三十六条', limit: 3 });
    expect(tell(fault!.code, fault!.facts, 'zh-CN').text).toBe(
      '现为2，依据政府采购法第三十六条不得少于3。',
    );
  });

  it('holds wherever rules leave a number to it', () => {
    expect(contradictionsAfter(procurement)).toEqual([]);
  });

  it('asks both sizes of a panel of three for ten million', () => {
    const faults = contradictionsAfter(procurement, (r) => {
      r.funding[0]!.amount = '10000000.00';
      r.panel!.size = 3;
      r.panel!.seats = r.panel!.seats.slice(1);
    });
    expect(faults).toEqual(['RULES.BELOW_LIMIT /panel/size', 'RULES.BELOW_LIMIT /panel/size']);
  });
});
