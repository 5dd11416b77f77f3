import { toDay } from '../kernel/day';
import { contradictionsAfter, proveRefused } from './contradiction-cases.fixture';
import { contradictionsIn } from './rule-set.contradictions';
import { features, type Feature } from './round-features.fixture';
import type { AllOf, RuleSet, TrancheTrigger } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const trigger =
  (index: number, one: TrancheTrigger): Feature =>
  (r) =>
    (r.tranches[index]!.trigger = one);
const waitsFor = (tranche: string): TrancheTrigger => ({ variant: 'tranche-settled', tranche });
const triggersOf = (r: RuleSet) => (r.tranches[1]!.trigger as AllOf).triggers;

describe('shares of tranches', () => {
  proveRefused({
    '101 % of the award': {
      spoil: (r) => (r.tranches[0]!.share = '0.51'),
      refused: 'RULES.TRANCHES_NOT_WHOLE /tranches',
      twin: (r) => (r.tranches[0]!.share = '0.500000'),
    },
    '101 % of a year': {
      on: features.yearsAndLines,
      spoil: (r) => (r.tranches[1]!.share = '0.61'),
      refused: 'RULES.TRANCHES_OF_YEAR_NOT_WHOLE /tranches',
      twin: (r) => {
        r.tranches[1]!.share = '0.61';
        r.tranches[2]!.share = '0.39';
      },
    },
    '90 % of some lines': {
      on: features.yearsAndLines,
      spoil: (r) => (r.tranches[0]!.share = '0.9'),
      refused: 'RULES.TRANCHES_OF_LINES_NOT_WHOLE /tranches',
      twin: (r) => r.tranches.push({ ...r.tranches[0]!, code: 'more', share: '0' }),
    },
    'a line that two bases pay': {
      on: features.yearsAndLines,
      spoil: (r) =>
        r.tranches.push({
          ...{ ...r.tranches[0]!, code: 'more', share: '1' },
          of: { variant: 'lines', lines: ['staff', 'materials'] },
        }),
      refused: 'RULES.LINE_PAID_TWICE /tranches/4/of/lines/1',
      twin: (r) =>
        r.tranches.push({
          ...{ ...r.tranches[0]!, code: 'more', share: '1' },
          of: { variant: 'lines', lines: ['staff'] },
        }),
    },
    'a year that nobody pays': {
      on: features.yearsAndLines,
      spoil: (r) => r.tranches.pop(),
      refused: 'RULES.YEAR_WITHOUT_TRANCHE /tranches',
      twin: (r) => delete r.tranches[3]!.of,
    },
    'a gap between years': {
      on: (r) => {
        features.yearsAndLines(r);
        r.timetable.projectTo = toDay('2023-06-11');
        r.tranches.push({
          ...r.tranches[3]!,
          code: 'year-three',
          of: { variant: 'year', year: 3 },
        });
      },
      spoil: (r) => r.tranches.splice(3, 1),
      refused: 'RULES.YEAR_WITHOUT_TRANCHE /tranches',
      twin: (r) => delete r.tranches[3]!.of,
    },
    'a year after the projects': {
      on: features.yearsAndLines,
      spoil: (r) =>
        r.tranches.push({ ...r.tranches[3]!, code: 'more', of: { variant: 'year', year: 3 } }),
      refused: 'RULES.YEAR_AFTER_PROJECT /tranches/4/of/year',
      twin: (r) => {
        r.timetable.projectTo = toDay('2022-06-12');
        r.tranches.push({ ...r.tranches[3]!, code: 'more', of: { variant: 'year', year: 3 } });
      },
    },
  });

  it('leave no line unpaid where all are shares of lines', () => {
    const equipmentAlone: Feature = (r) => {
      features.yearsAndLines(r);
      r.tranches = r.tranches.slice(0, 1);
    };
    expect(contradictionsAfter(equipmentAlone)).toEqual(
      Array.from({ length: 4 }, () => 'RULES.LINE_NOT_PAID /tranches'),
    );
    const allLines: Feature = (r) => {
      const lines = r.form.budgetLines.map(({ code }) => code);
      r.tranches[0]!.of = { variant: 'lines', lines };
    };
    expect(contradictionsAfter(equipmentAlone, allLines)).toEqual([]);
  });
});

describe('triggers', () => {
  proveRefused({
    'a report that does not exist': {
      on: features.chainedTranches,
      spoil: (r) => (triggersOf(r)[2] = { variant: 'report-approved', report: 'weekly' }),
      refused: 'RULES.UNKNOWN_REPORT /tranches/1/trigger/triggers/2/report',
      twin: (r) => (triggersOf(r)[2] = { variant: 'report-approved', report: 'final' }),
    },
    'a tranche that does not exist': {
      on: features.chainedTranches,
      spoil: (r) => (triggersOf(r)[0] = { variant: 'tranche-settled', tranche: 'zeroth' }),
      refused: 'RULES.UNKNOWN_TRANCHE /tranches/1/trigger/triggers/0/tranche',
      twin: (r) => (triggersOf(r)[0] = { variant: 'tranche-settled', tranche: 'last' }),
    },
    'an evaluation that does not exist, among others': {
      on: features.chainedTranches,
      spoil: (r) => (triggersOf(r)[2] = { variant: 'evaluation-passed', evaluation: 'audit' }),
      refused: 'RULES.UNKNOWN_EVALUATION /tranches/1/trigger/triggers/2/evaluation',
      twin: (r) => (triggersOf(r)[2] = { variant: 'evaluation-passed', evaluation: 'final' }),
    },
    'a tranche that waits for itself': {
      spoil: trigger(1, waitsFor('second')),
      refused: 'RULES.TRIGGERS_CYCLIC /tranches/1/trigger/tranche',
      twin: trigger(1, waitsFor('first')),
    },
    'two that wait for each other, one of them among others': {
      on: features.chainedTranches,
      spoil: trigger(0, waitsFor('second')),
      refused: 'RULES.TRIGGERS_CYCLIC /tranches/0/trigger/tranche',
      twin: trigger(2, waitsFor('second')),
    },
    'a share spent of the first payment before it': {
      spoil: trigger(0, { variant: 'spent-share', share: '0.75' }),
      refused: 'RULES.NOTHING_PAID_BEFORE /tranches/0/trigger',
      twin: trigger(1, { variant: 'spent-share', share: '0.75' }),
    },
    'a day before there can be an award': {
      spoil: trigger(0, { variant: 'on-day', day: toDay('2020-04-10') }),
      refused: 'RULES.TRANCHE_BEFORE_AWARD /tranches/0/trigger/day',
      twin: trigger(0, { variant: 'on-day', day: toDay('2020-04-11') }),
    },
    'a bonus that no grade decides': {
      on: features.bonusTranche,
      spoil: trigger(2, { variant: 'accepted', by: 'organizer' }),
      refused: 'RULES.BONUS_WITHOUT_GRADES /tranches/2/trigger',
      twin: (r) => {
        trigger(2, { variant: 'accepted', by: 'organizer' })(r);
        r.tranches[2]!.meaning = 'balance';
      },
    },
  });

  it('tell a cycle once, with its way round, and what waits for it is no part of it', () => {
    const faults = contradictionsIn(
      smallRound((r) => {
        r.tranches.push({ ...r.tranches[0]!, code: 'fourth', share: '0' });
        ['fourth', 'third-that-is-last', 'second', 'last'].forEach((_, index) => {
          r.tranches[index]!.trigger = waitsFor(['second', 'last', 'second', 'first'][index]!);
        });
      }),
    );
    expect(faults.map(({ code, pointer, facts }) => [code, pointer, facts])).toEqual([
      ['RULES.TRIGGERS_CYCLIC', '/tranches/1/trigger/tranche', { cycle: 'second → last → second' }],
    ]);
  });
});
