import { differencesBetween } from './rule-set-difference';
import { smallRound } from './small-round.fixture';

describe('differencesBetween', () => {
  it('finds none between the same rules', () => {
    expect(differencesBetween(smallRound(), smallRound())).toEqual([]);
  });

  it('tells each place with what stood and what stands there', () => {
    const after = smallRound((rules) => {
      rules.timetable.callClosesAt = '2020-04-18T00:00:00+08:00';
      rules.panel.seats[0]!.count = 3;
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
});
