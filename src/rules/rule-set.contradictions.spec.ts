import { toDay } from '../kernel/day';
import { tell } from '../kernel/refusal';
import { contradictionsIn } from './rule-set.contradictions';
import type { BudgetLessOwnFunds, EvaluationGraded, RuleSet } from './rule-set.types';
import { smallRound } from './small-round.fixture';

type Change = (rules: RuleSet) => void;

const faultsAfter = (change: Change) =>
  contradictionsIn(smallRound(change)).map(({ code, pointer }) => `${code} ${pointer}`);

const ownFunds = (rules: RuleSet) => rules.amount as BudgetLessOwnFunds;
const lastTrigger = (rules: RuleSet) => rules.tranches[2]!.trigger as EvaluationGraded;

const name = { zh: '名称', en: 'Name' };

describe('contradictionsIn', () => {
  it('finds none in the small round', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  it.each<[string, Change, string]>([
    [
      'tranches of less than the whole',
      (r) => (r.tranches[0]!.share = '0.499999'),
      'RULES.TRANCHES_NOT_WHOLE /tranches',
    ],
    [
      'tranches of more than the whole',
      (r) => (r.tranches[0]!.share = '0.500001'),
      'RULES.TRANCHES_NOT_WHOLE /tranches',
    ],
    ['an empty pot', (r) => (r.funding[0]!.amount = '0.00'), 'RULES.BUDGET_ZERO /funding/0/amount'],
    [
      'a grant of no share',
      (r) => (ownFunds(r).maxShareOfBudget = '0.0'),
      'RULES.GRANT_ALWAYS_ZERO /amount/maxShareOfBudget',
    ],
    [
      'a grant of no amount',
      (r) => (ownFunds(r).maxAmount = '0.00'),
      'RULES.GRANT_ALWAYS_ZERO /amount/maxAmount',
    ],
    [
      'a tranche that waits for an unknown evaluation',
      (r) => (r.tranches[1]!.trigger = { variant: 'evaluation-passed', evaluation: 'audit' }),
      'RULES.UNKNOWN_EVALUATION /tranches/1/trigger/evaluation',
    ],
    [
      'a factor for an unknown grade',
      (r) => lastTrigger(r).factors.push({ grade: 'superb', factor: '1' }),
      'RULES.UNKNOWN_GRADE /tranches/2/trigger/factors/4/grade',
    ],
    [
      'a grade without a factor',
      (r) => lastTrigger(r).factors.pop(),
      'RULES.FACTOR_MISSING /tranches/2/trigger/factors',
    ],
    [
      'a grade with two factors',
      (r) => lastTrigger(r).factors.push({ grade: 'fail', factor: '0' }),
      'RULES.FACTOR_REPEATED /tranches/2/trigger/factors/4/grade',
    ],
    [
      'a grade that pays more than a better one',
      (r) => (lastTrigger(r).factors[1]!.factor = '0.4'),
      'RULES.FACTORS_REVERSED /tranches/2/trigger/factors/2/factor',
    ],
    [
      'points that are not the total',
      (r) => (r.scoring.criteria[0]!.points = 19),
      'RULES.POINTS_NOT_TOTAL /scoring/criteria',
    ],
    [
      'a pass mark above the total',
      (r) => (r.scoring.passMark = '100.01'),
      'RULES.PASS_MARK_ABOVE_TOTAL /scoring/passMark',
    ],
    [
      'weights that are not the whole',
      (r) => (r.evaluations[0]!.indicators[0]!.weight = '0.6'),
      'RULES.WEIGHTS_NOT_WHOLE /evaluations/0/indicators',
    ],
    [
      'grades that do not descend',
      (r) => (r.evaluations[1]!.grades[1]!.from = '90'),
      'RULES.GRADES_NOT_DESCENDING /evaluations/1/grades/1/from',
    ],
    [
      'scores without a grade',
      (r) => (r.evaluations[1]!.grades[3]!.from = '1'),
      'RULES.LAST_GRADE_ABOVE_ZERO /evaluations/1/grades/3/from',
    ],
    [
      'a grade that nobody can reach',
      (r) => (r.evaluations[1]!.grades[0]!.from = '100.5'),
      'RULES.GRADE_ABOVE_REACH /evaluations/1/grades/0/from',
    ],
    [
      'a pass grade that does not exist',
      (r) => (r.evaluations[0]!.passGrade = 'good'),
      'RULES.UNKNOWN_GRADE /evaluations/0/passGrade',
    ],
    [
      'an evaluation that nobody can fail',
      (r) => (r.evaluations[0]!.passGrade = 'fail'),
      'RULES.NO_FAILING_GRADE /evaluations/0/passGrade',
    ],
    [
      'a call that closes when it opens',
      (r) => (r.timetable.callOpensAt = '2020-04-10T16:00:00Z'),
      'RULES.CLOSES_BEFORE_OPENS /timetable/callClosesAt',
    ],
    [
      'projects that start while bids are taken',
      (r) => (r.timetable.callClosesAt = '2020-06-13T00:00:00+08:00'),
      'RULES.PROJECT_STARTS_IN_CALL /timetable/projectFrom',
    ],
    [
      'an evaluation before the projects',
      (r) => (r.evaluations[0]!.opensOn = toDay('2020-06-11')),
      'RULES.EVALUATION_OUTSIDE_PROJECT /evaluations/0/dueOn',
    ],
    [
      'a mid-term after the projects',
      (r) => (r.evaluations[0]!.dueOn = toDay('2021-01-01')),
      'RULES.EVALUATION_OUTSIDE_PROJECT /evaluations/0/dueOn',
    ],
    [
      'a final evaluation due before the projects end',
      (r) => {
        r.evaluations[1]!.opensOn = toDay('2020-12-01');
        r.evaluations[1]!.dueOn = toDay('2020-12-30');
      },
      'RULES.EVALUATION_OUTSIDE_PROJECT /evaluations/1/dueOn',
    ],
    [
      'an evaluation due before it opens',
      (r) => (r.evaluations[0]!.dueOn = toDay('2020-08-31')),
      'RULES.EVALUATION_DUE_BEFORE_OPENS /evaluations/0/dueOn',
    ],
    [
      'a report due before the projects',
      (r) => (r.reports[0]!.dueOn = toDay('2020-06-11')),
      'RULES.REPORT_BEFORE_PROJECT /reports/0/dueOn',
    ],
    [
      'a form that asks for more than it takes',
      (r) => (r.form.activities = { min: 5, max: 4 }),
      'RULES.RANGE_REVERSED /form/activities',
    ],
    [
      'a code used twice in a list',
      (r) => r.categories.push({ code: 'youth', name }),
      'RULES.DUPLICATE_CODE /categories/5/code',
    ],
    [
      'a code used twice further down',
      (r) => (r.evaluations[1]!.indicators[1]!.code = 'delivery'),
      'RULES.DUPLICATE_CODE /evaluations/1/indicators/1/code',
    ],
    [
      'provenance of something that is not there',
      (r) => (r.provenance[0]!.path = '/panel/seats/9'),
      'RULES.PROVENANCE_DANGLING /provenance/0/path',
    ],
    [
      'a notice shorter than was ever published',
      (r) => (r.notice.workingDays = 4),
      'RULES.BELOW_LIMIT /notice/workingDays',
    ],
  ])('refuses %s', (_, change, fault) => {
    expect(faultsAfter(change)).toEqual([fault]);
  });

  it('refuses projects that end before they start', () => {
    const faults = faultsAfter((r) => (r.timetable.projectTo = toDay('2020-06-11')));
    expect(faults).toContain('RULES.PROJECT_ENDS_BEFORE_START /timetable/projectTo');
  });

  it.each<[string, Change]>([
    ['a pass mark at the total', (r) => (r.scoring.passMark = '100')],
    [
      'projects of one day',
      (r) => {
        r.timetable.projectFrom = r.timetable.projectTo;
        r.evaluations = r.evaluations.slice(1);
        r.tranches[1]!.trigger = { variant: 'contract-signed' };
        r.reports = [];
        r.provenance = [];
      },
    ],
    [
      'projects from the day on which the call closes',
      (r) => (r.timetable.projectFrom = toDay('2020-04-11')),
    ],
    ['a mid-term due on the last day', (r) => (r.evaluations[0]!.dueOn = toDay('2020-12-31'))],
    [
      'a final evaluation due on the last day',
      (r) => {
        r.evaluations[1]!.opensOn = toDay('2020-12-01');
        r.evaluations[1]!.dueOn = toDay('2020-12-31');
      },
    ],
    ['a longer notice', (r) => (r.notice.workingDays = 6)],
    [
      'a form that takes exactly as much as it asks for',
      (r) => (r.form.activities = { min: 4, max: 4 }),
    ],
    ['no category at all', (r) => (r.categories = [])],
  ])('takes %s', (_, change) => {
    expect(faultsAfter(change)).toEqual([]);
  });
});

describe('the limits of the law', () => {
  const procurement: Change = (r) => {
    r.regime = 'procurement';
  };
  const withMore = (change: Change) => (r: RuleSet) => {
    procurement(r);
    change(r);
  };

  it('names the source of the limit in both languages', () => {
    const [fault] = contradictionsIn(smallRound((r) => (r.notice.workingDays = 4)));
    expect(fault?.facts).toEqual({ given: 4, article: 'cn-futian-2021-p11', limit: 5 });
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(tell(fault?.code ?? '', fault?.facts ?? {}, locale).text).toContain(
        'cn-futian-2021-p11',
      );
    }
  });

  it('takes the same short notice in a procurement, which has another rule', () => {
    expect(faultsAfter(withMore((r) => (r.notice.workingDays = 1)))).toEqual([]);
  });

  const sevenSeats = (r: RuleSet) => {
    r.panel!.size = 7;
    r.panel!.seats[0]!.count = 4;
  };
  const threeSeats = (r: RuleSet) => {
    r.panel!.size = 3;
    r.panel!.seats = r.panel!.seats.slice(1);
  };

  it.each<[string, Change, string]>([
    [
      'a call of less than twenty days',
      (r) => (r.timetable.callOpensAt = '2020-03-22T00:00:01+08:00'),
      'RULES.BELOW_LIMIT /timetable/callClosesAt',
    ],
    ['a panel of three', threeSeats, 'RULES.BELOW_LIMIT /panel/size'],
    [
      'a panel of five for ten million',
      (r) => (r.funding[0]!.amount = '10000000.00'),
      'RULES.BELOW_LIMIT /panel/size',
    ],
    [
      'a correction shortly before the deadline',
      (r) => (r.corrections = { daysBeforeDeadline: 14 }),
      'RULES.BELOW_LIMIT /corrections/daysBeforeDeadline',
    ],
    [
      'a slow answer to a question',
      (r) => (r.questions = { answerWorkingDays: 4 }),
      'RULES.ABOVE_LIMIT /questions/answerWorkingDays',
    ],
    [
      'a slow answer',
      (r) => (r.objection.answerWorkingDays = 8),
      'RULES.ABOVE_LIMIT /objection/answerWorkingDays',
    ],
    [
      'a late contract',
      (r) => (r.contract.signWithinDays = 31),
      'RULES.ABOVE_LIMIT /contract/signWithinDays',
    ],
    [
      'a contract that grows by more than a tenth',
      (r) => (r.contract.amendments = { maxIncreaseShare: '0.100001' }),
      'RULES.ABOVE_LIMIT /contract/amendments/maxIncreaseShare',
    ],
    [
      'a short notice of a commission',
      (r) => (r.commission.noticeWorkingDays = 4),
      'RULES.BELOW_LIMIT /commission/noticeWorkingDays',
    ],
  ])('refuse %s in a procurement, and take it in a grant', (_, change, fault) => {
    expect(faultsAfter(withMore(change))).toEqual([fault]);
    expect(faultsAfter(change)).toEqual([]);
  });

  it.each<[string, Change]>([
    ['a call of twenty days', (r) => (r.timetable.callOpensAt = '2020-03-22T00:00:00+08:00')],
    [
      'a panel of seven for ten million',
      (r) => {
        r.funding[0]!.amount = '10000000.00';
        sevenSeats(r);
      },
    ],
    ['a panel of five for less', (r) => (r.funding[0]!.amount = '9999999.99')],
  ])('take %s in a procurement', (_, change) => {
    expect(faultsAfter(withMore(change))).toEqual([]);
  });
});
