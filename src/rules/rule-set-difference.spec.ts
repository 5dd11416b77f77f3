import * as fc from 'fast-check';
import { differencesBetween, type RuleDifference } from './rule-set-difference';
import type { RuleSet } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound();

describe('differencesBetween', () => {
  it('finds none between the same rules', () => {
    expect(differencesBetween(smallRound(), smallRound())).toEqual([]);
  });

  it('tells each place with what stood and what stands there', () => {
    const after = smallRound((rules) => {
      rules.timetable.callClosesAt = '2020-04-18T00:00:00+08:00';
      rules.panel!.seats[0]!.count = 3;
    });
    expect(differencesBetween(smallRound(), after)).toEqual([
      {
        pointer: '/timetable/callClosesAt',
        before: '2020-04-11T00:00:00+08:00',
        after: '2020-04-18T00:00:00+08:00',
      },
      { pointer: '/panel/seats/0/count', before: 2, after: 3 },
    ]);
  });

  it('tells what is new, and what was taken away, as a whole', () => {
    const report = {
      code: 'monthly',
      name: { zh: '月报', en: 'Monthly' },
      dueOn: smallRound().timetable.projectTo,
    };
    const longer = smallRound((rules) => rules.reports.push(report));
    expect(differencesBetween(smallRound(), longer)).toEqual([
      { pointer: '/reports/2', after: report },
    ]);
    expect(differencesBetween(longer, smallRound())).toEqual([
      { pointer: '/reports/2', before: report },
    ]);
  });

  it('tells a change of kind with what the new kind no longer says', () => {
    const after = smallRound((rules) => {
      rules.tranches[1]!.trigger = { variant: 'contract-signed' };
    });
    expect(differencesBetween(smallRound(), after)).toEqual([
      {
        pointer: '/tranches/1/trigger/variant',
        before: 'evaluation-passed',
        after: 'contract-signed',
      },
      { pointer: '/tranches/1/trigger/evaluation', before: 'midterm' },
    ]);
  });

  it('says all: what it tells, done to the former rules, gives the new ones', () => {
    const whole = (rules: RuleSet) => JSON.parse(JSON.stringify(rules)) as RuleSet;
    fc.assert(
      fc.property(corrected, corrected, (before, after) => {
        const told = whole(differencesBetween(before, after) as never) as never;
        expect(done(whole(before), told)).toEqual(whole(after));
      }),
    );
  });
});

/** The small round with places changed, lists made longer, shorter or empty, and parts taken out or put in, as a correction may. */
const corrected = fc
  .record({
    title: fc.string({ minLength: 1, maxLength: 5 }),
    categories: fc.nat(5),
    sections: fc.array(fc.nat(4), { maxLength: 6 }),
    reports: fc.nat(2),
    questions: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    trigger: fc.boolean(),
  })
  .map(({ title, categories, sections, reports, questions, trigger }) => {
    const rules = structuredClone(base);
    rules.title.en = title;
    rules.categories.splice(categories);
    rules.form.sections = sections.map((place) => base.form.sections[place]!);
    rules.reports.splice(reports);
    if (questions !== undefined) rules.questions = { closeWorkingDaysBeforeDeadline: questions };
    if (trigger) rules.tranches[1]!.trigger = { variant: 'contract-signed' };
    return rules;
  });

/** The rules after what a difference tells; of a list that became shorter the last places go first. */
function done(rules: unknown, told: readonly RuleDifference[]): unknown {
  return [...told]
    .reverse()
    .reduce((before, one) => withPlace(before, one.pointer.split('/').slice(1), one), rules);
}

function withPlace(
  holder: unknown,
  [name = '', ...below]: readonly string[],
  told: RuleDifference,
): unknown {
  const isTakenAway = below.length === 0 && !('after' in told);
  const now = (was: unknown) => (below.length === 0 ? told.after : withPlace(was, below, told));
  if (Array.isArray(holder)) {
    const list = [...(holder as unknown[])];
    const place = Number(name);
    if (isTakenAway) list.splice(place, 1);
    else list[place] = now(list[place]);
    return list;
  }
  const record = holder as Record<string, unknown>;
  const others = Object.entries(record).filter(([key]) => key !== name);
  return Object.fromEntries(isTakenAway ? others : [...others, [name, now(record[name])]]);
}
