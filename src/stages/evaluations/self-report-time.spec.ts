import { toDay } from '../../kernel/day';
import { printInstant, toInstant } from '../../kernel/instant';
import type { Refusal } from '../../kernel/refusal';
import { smallRound } from '../../rules/small-round.fixture';
import { hasOwnTime, requireSelfReportTime, sayUntil, selfReportTime } from './self-report-time';

const [midterm] = smallRound().evaluations;
const plain = { rules: midterm!, opensOn: midterm!.opensOn, dueOn: midterm!.dueOn, excuse: null };
const timed = {
  ...plain,
  rules: {
    ...midterm!,
    selfReportFrom: toDay('2020-09-05'),
    selfReportTo: '2020-09-15T17:00:00+08:00',
  },
};

const code = (act: () => void): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const at = (moment: string) => code(() => requireSelfReportTime(timed, toInstant(moment)));

describe('selfReportTime', () => {
  it('is that of the evaluation where the rules have no own one', () => {
    expect(selfReportTime(plain)).toEqual({
      opensOn: '2020-09-01',
      dueAt: toInstant('2020-10-01T00:00:00+08:00'),
    });
    expect(hasOwnTime(plain)).toBe(false);
  });

  it('is the rules’ own, to the hour', () => {
    const { opensOn, dueAt } = selfReportTime(timed);
    expect([opensOn, printInstant(dueAt)]).toEqual(['2020-09-05', '2020-09-15T17:00:00.000+08:00']);
    expect(hasOwnTime(timed)).toBe(true);
  });

  it('is that of the project where its contract came late, or a later day was granted', () => {
    const late = { ...timed, opensOn: toDay('2020-09-20'), dueOn: toDay('2020-10-19') };
    expect(selfReportTime(late)).toEqual({
      opensOn: '2020-09-20',
      dueAt: toInstant('2020-10-20T00:00:00+08:00'),
    });
    const excused = { ...timed, excuse: '负责人住院', dueOn: toDay('2020-10-31') };
    expect(printInstant(selfReportTime(excused).dueAt)).toContain('2020-11-01');
  });
});

describe('requireSelfReportTime', () => {
  it.each([
    ['2020-09-04T23:59:59.999+08:00', 'EVALUATIONS.NOT_OPEN'],
    ['2020-09-05T00:00:00.000+08:00', null],
    ['2020-09-15T16:59:59.999+08:00', null],
    ['2020-09-15T17:00:00.000+08:00', 'EVALUATIONS.DUE_PASSED'],
  ])('at %s says %s', (moment, expected) => {
    expect(at(moment)).toBe(expected);
  });
});

describe('sayUntil', () => {
  it('says a last day, or a day and an hour', () => {
    expect(sayUntil(toInstant('2020-10-01T00:00:00+08:00'))).toBe('2020-09-30');
    expect(sayUntil(toInstant('2020-09-15T17:00:00+08:00'))).toBe('2020-09-15 17:00');
  });
});
