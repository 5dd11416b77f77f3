import fc from 'fast-check';
import { addDays, daysBetween, toDay } from '../../kernel/day';
import {
  daysOf,
  requireExcusable,
  isAskedOf,
  requireInTime,
  requireReviewOpened,
  requireNotDue,
  requireOpened,
  requireUnscored,
} from './evaluation-days';
import { evaluationTransitions } from './evaluation.transitions';

const rules = { opensOn: toDay('2020-09-01'), dueOn: toDay('2020-09-30') };
const refuses = (code: string) => expect.objectContaining({ code });

describe('daysOf', () => {
  it.each(['2020-06-12', '2020-09-01'])('keeps the rule set’s days of a project of %s', (day) => {
    expect(daysOf(rules, toDay(day))).toEqual(rules);
  });

  it('gives a project that began late as many days as the others have', () => {
    expect(daysOf(rules, toDay('2020-09-02'))).toEqual({
      opensOn: '2020-09-02',
      dueOn: '2020-10-01',
    });
    expect(daysOf(rules, toDay('2020-11-15'))).toEqual({
      opensOn: '2020-11-15',
      dueOn: '2020-12-14',
    });
  });

  it('never opens before the project, never ends earlier and never lasts less than the rule set says', () => {
    const start = fc.integer({ min: -400, max: 400 }).map((n) => addDays(rules.opensOn, n));
    fc.assert(
      fc.property(start, fc.nat(90), (startedOn, length) => {
        const asked = { opensOn: rules.opensOn, dueOn: addDays(rules.opensOn, length) };
        const days = daysOf(asked, startedOn);
        expect(days.opensOn >= startedOn && days.dueOn >= asked.dueOn).toBe(true);
        expect(daysBetween(days.opensOn, days.dueOn)).toBeGreaterThanOrEqual(length);
      }),
    );
  });
});

describe('requireInTime', () => {
  it.each(['2020-09-01', '2020-09-30'])('passes on %s, both ends included', (day) => {
    expect(() => requireInTime(rules, toDay(day))).not.toThrow();
  });

  it('refuses the day before the first', () => {
    const before = toDay('2020-08-31');
    expect(() => requireInTime(rules, before)).toThrow(refuses('EVALUATIONS.NOT_OPEN'));
    expect(() => requireOpened(rules, before)).toThrow(refuses('EVALUATIONS.NOT_OPEN'));
    expect(() => requireNotDue(rules, before)).not.toThrow();
  });

  it('refuses the day after the last', () => {
    const after = toDay('2020-10-01');
    expect(() => requireInTime(rules, after)).toThrow(refuses('EVALUATIONS.DUE_PASSED'));
    expect(() => requireNotDue(rules, after)).toThrow(refuses('EVALUATIONS.DUE_PASSED'));
    expect(() => requireOpened(rules, after)).not.toThrow();
  });
});

describe('requireUnscored', () => {
  it('passes in exactly the states that come before a score', () => {
    const passes = evaluationTransitions.states.filter((state) => {
      try {
        requireUnscored(state, 'assign');
        return true;
      } catch {
        return false;
      }
    });
    expect([...passes].sort()).toEqual(['awaiting', 'excused', 'selfReported']);
  });

  it('refuses a scored one as out of order', () => {
    expect(() => requireUnscored('scored', 'assign')).toThrow(refuses('STATE.OUT_OF_ORDER'));
  });
});

describe('requireExcusable', () => {
  const today = toDay('2020-09-10');

  it.each(['2020-10-01', '2021-09-11'])('takes %s as the new last day', (until) => {
    expect(() => requireExcusable(rules, toDay(until), today)).not.toThrow();
  });

  it.each(['2020-09-30', '2021-09-12', '9999-12-31'])('refuses %s', (until) => {
    expect(() => requireExcusable(rules, toDay(until), today)).toThrow(
      refuses('EVALUATIONS.UNTIL_OUTSIDE'),
    );
  });
});

describe('isAskedOf', () => {
  const until = { approvedProjectsUntil: toDay('2020-06-30') };
  const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

  it('asks it of a project awarded by the day, and not of one awarded later', () => {
    expect(isAskedOf(until, noon('2020-06-30'))).toBe(true);
    expect(isAskedOf(until, noon('2020-07-01'))).toBe(false);
  });

  it('asks it of every project where the rules name no day', () => {
    expect(isAskedOf({}, noon('2030-01-01'))).toBe(true);
  });
});

describe('requireReviewOpened', () => {
  const timed = { opensOn: toDay('2020-09-01'), reviewFrom: toDay('2020-09-20') };
  const evaluation = { opensOn: toDay('2020-09-01'), dueOn: toDay('2020-09-30') };

  it('passes from its day on, and is refused on the day before', () => {
    expect(() => requireReviewOpened(evaluation, timed, toDay('2020-09-20'))).not.toThrow();
    const before = () => requireReviewOpened(evaluation, timed, toDay('2020-09-19'));
    expect(before).toThrow(expect.objectContaining({ code: 'EVALUATIONS.REVIEW_NOT_OPEN' }));
  });

  it('passes where the rules name no day, and for a project that began late', () => {
    const day = toDay('2020-09-05');
    expect(() => requireReviewOpened(evaluation, { opensOn: timed.opensOn }, day)).not.toThrow();
    const late = { ...evaluation, opensOn: day };
    expect(() => requireReviewOpened(late, timed, day)).not.toThrow();
  });
});
