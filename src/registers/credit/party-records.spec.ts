import { toDay } from '../../kernel/day';
import { recordsFrom, type StandingNote } from './party-records';

const on = toDay('2023-12-20');
const note = (changes: Partial<StandingNote>): StandingNote => ({
  ...{ partyId: 'one', kind: 'sanction', code: 'breach', year: null, evaluation: null },
  ...{ passed: null, fromDay: toDay('2022-01-01'), untilDay: null },
  ...changes,
});
const nothing = { sanctions: [], listings: [], annualChecks: [], evaluations: [], projects: [] };

describe('recordsFrom', () => {
  it('gives everybody a record, and each their own', () => {
    const records = recordsFrom(['one', 'two'], [note({})], on);
    expect(records.get('one')?.sanctions).toEqual(['breach']);
    expect(records.get('two')).toEqual(nothing);
  });

  it.each([
    [{}, ['breach']],
    [{ fromDay: on }, ['breach']],
    [{ fromDay: toDay('2023-12-21') }, []],
    [{ untilDay: on }, ['breach']],
    [{ untilDay: toDay('2023-12-19') }, []],
  ])('tells of a sanction %o on its first and last day, and not beside them', (changes, codes) => {
    expect(recordsFrom(['one'], [note(changes)], on).get('one')?.sanctions).toEqual(codes);
  });

  it('tells the rest with its days, whenever it was', () => {
    const fromDay = toDay('2022-03-01');
    const untilDay = toDay('2022-09-30');
    const record = recordsFrom(
      ['one'],
      [
        note({ kind: 'listing', code: 'own-blacklist', fromDay, untilDay }),
        note({ kind: 'annual-check', code: 'annual-check', year: 2021, passed: true }),
        note({ kind: 'project', code: 'project', year: 2022, fromDay, untilDay }),
        note({ kind: 'project', code: 'project', year: 2023, fromDay }),
        // A grade that says of which evaluation it is tells of that evaluation, too.
        note({
          kind: 'grade',
          code: 'good',
          evaluation: 'final',
          year: 2022,
          passed: true,
          fromDay,
        }),
        note({ kind: 'grade', code: 'good', fromDay }),
        note({
          kind: 'evaluation',
          code: 'c',
          evaluation: 'midterm',
          year: 2022,
          passed: false,
          fromDay,
        }),
      ],
      on,
    ).get('one');
    expect(record).toEqual({
      sanctions: [],
      listings: [{ list: 'own-blacklist', from: fromDay, until: untilDay }],
      annualChecks: [{ year: 2021, passed: true }],
      evaluations: [
        { evaluation: 'final', year: 2022, passed: true, on: fromDay },
        { evaluation: 'midterm', year: 2022, passed: false, on: fromDay },
      ],
      projects: [
        { year: 2022, startedOn: fromDay, settledOn: untilDay },
        { year: 2023, startedOn: fromDay, settledOn: null },
      ],
    });
  });
});
