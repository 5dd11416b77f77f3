import { tell } from '../kernel/refusal';
import { adviceOn } from './advice';
import { features, type Feature } from './round-features.fixture';
import { parseRuleSet } from './rule-set';
import { smallRound } from './small-round.fixture';

/** The small round without what is advised on it as it stands. */
const advised = (...changes: readonly Feature[]) => {
  const rules = smallRound((small) => {
    small.funding[0]!.earmark = ['elderly', 'disability'];
    for (const change of changes) change(small);
  });
  return adviceOn(parseRuleSet(rules)).map(({ code, pointer }) => `${code} ${pointer}`);
};

const procurement: Feature = (r) => (r.regime = 'procurement');
const fixed: Feature = (r) => {
  procurement(r);
  features.fixedPrice(r);
};
const priced = (points: number): Feature => {
  return (r) => {
    procurement(r);
    r.scoring.parts = [
      { variant: 'sheets', code: 'sheets', points: 100 - points },
      { variant: 'price', code: 'price', points },
    ];
  };
};

describe('adviceOn', () => {
  it('has none on the small round but for its lottery money', () => {
    expect(advised()).toEqual([]);
    expect(advised((r) => delete r.funding[0]!.earmark)).toEqual([
      'RULES.ADVICE_LOTTERY_NOT_BOUND /funding/0',
    ]);
  });

  it.each<[string, Feature, Feature, string]>([
    [
      'a grade as a gate',
      (r) => r.qualification.push({ variant: 'assessment-grade-at-least', grade: '3A' }),
      (r) => r.qualification.push({ variant: 'no-open-project' }),
      'RULES.ADVICE_GRADE_AS_GATE /qualification/7',
    ],
    [
      'a calendar that no authority confirms',
      (r) => (r.calendar = 'TW'),
      (r) => (r.calendar = 'CN'),
      'RULES.ADVICE_CALENDAR_UNOFFICIAL /calendar',
    ],
    [
      'thirty days that are thirty-two',
      (r) => (r.timetable.callDaysAsPublished = 30),
      (r) => (r.timetable.callDaysAsPublished = 32),
      'RULES.ADVICE_CALL_DAYS /timetable/callDaysAsPublished',
    ],
    [
      'a price that counts more than 30 %',
      priced(31),
      priced(30),
      'RULES.ADVICE_PRICE_WEIGHT /scoring/parts/1/points',
    ],
    ['a procurement that scores no price', procurement, fixed, 'RULES.ADVICE_NO_PRICE /scoring'],
    [
      'payment within more than thirty days',
      (r) => {
        fixed(r);
        r.tranches[0]!.dueWithin.n = 31;
      },
      fixed,
      'RULES.ADVICE_PAYMENT_TO_AGREE /tranches/0/dueWithin',
    ],
    [
      'a contract of more than a year',
      (r) => {
        fixed(r);
        r.contract.termMonths = 13;
      },
      (r) => {
        fixed(r);
        r.contract.termMonths = 12;
      },
      'RULES.ADVICE_LONG_TERM /contract/termMonths',
    ],
    [
      'a panel that is appointed',
      (r) => {
        fixed(r);
        r.panel!.selection = { variant: 'appointment', by: 'approver' };
      },
      fixed,
      'RULES.ADVICE_APPOINTED_PANEL /panel/selection',
    ],
    [
      'a single substitute',
      (r) => {
        fixed(r);
        r.panel!.selection = { variant: 'draw', substitutes: 1 };
      },
      fixed,
      'RULES.ADVICE_FEW_SUBSTITUTES /panel/selection',
    ],
  ])('has some on %s, and refuses nothing', (_, change, twin, advice) => {
    expect(advised(change)).toEqual([advice]);
    expect(advised(twin)).toEqual([]);
  });

  it('is told in both languages, as advice', () => {
    const [advice] = adviceOn(smallRound());
    expect(tell(advice!.code, advice!.facts, 'en').whatToDo).toContain('refuses nothing');
    expect(tell(advice!.code, advice!.facts, 'zh-CN').whatToDo).toContain('不影响提交');
  });
});
