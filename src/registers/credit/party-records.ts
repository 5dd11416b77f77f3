import type { Day } from '../../kernel/day';
import type { Listing, PartyRecord } from '../../rules';
import type { CreditNoteEntity } from './credit-note.entity';

/** An entry that nobody annulled, with the day on which it ended if it did. */
export type StandingNote = Pick<
  CreditNoteEntity,
  'partyId' | 'kind' | 'code' | 'year' | 'evaluation' | 'passed' | 'fromDay' | 'untilDay'
>;

/**
 * The records of parties as the checks of a qualification read them, by party.
 * @param on sanctions are told that are in force on this day; what the rest means on a day is for the checks
 */
export function recordsFrom(
  partyIds: readonly string[],
  notes: readonly StandingNote[],
  on: Day,
): ReadonlyMap<string, PartyRecord> {
  const byParty = Map.groupBy(notes, ({ partyId }) => partyId);
  return new Map(partyIds.map((id) => [id, recordFrom(byParty.get(id) ?? [], on)]));
}

function recordFrom(notes: readonly StandingNote[], on: Day): PartyRecord {
  const of = (kind: CreditNoteEntity['kind']) => notes.filter((note) => note.kind === kind);
  return {
    sanctions: of('sanction')
      .filter(({ fromDay, untilDay }) => fromDay <= on && (untilDay === null || untilDay >= on))
      .map(({ code }) => code),
    listings: of('listing').map(({ code, fromDay, untilDay }) => ({
      ...{ list: code as Listing['list'], from: fromDay, until: untilDay },
    })),
    annualChecks: of('annual-check').map(({ year, passed }) => ({
      ...{ year: year!, passed: passed! },
    })),
    evaluations: notes.flatMap(({ evaluation, year, passed, fromDay }) =>
      evaluation === null ? [] : [{ evaluation, year: year!, passed: passed!, on: fromDay }],
    ),
    projects: of('project').map(({ year, fromDay, untilDay }) => ({
      ...{ year: year!, startedOn: fromDay, settledOn: untilDay },
    })),
  };
}
