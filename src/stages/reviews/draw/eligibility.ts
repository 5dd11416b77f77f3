import { toDay, type Day } from '../../../kernel/day';

/** An expert of the pool who is not away. */
export interface AvailableExpert {
  readonly expertId: string;
  readonly personId: string;
  readonly fields: readonly string[];
}

/** Why an available expert is left out. */
export interface Exclusion {
  readonly expertId: string;
  /** tie: to a bidder. duty: the person has another duty on the round or speaks for a bidder. served: was called to a panel of the lot. */
  readonly cause: 'tie' | 'duty' | 'served';
  /** The bidder, where it is a tie. */
  readonly partyId?: string;
}

/** What keeps experts out. */
export interface Obstacles {
  readonly ties: readonly { readonly expertId: string; readonly partyId: string }[];
  /** Persons with another duty on the round, or with a mandate of a bidder. */
  readonly personsWithDuty: ReadonlySet<string>;
  /** Experts whom this or another panel of the lot has invited. */
  readonly served: ReadonlySet<string>;
}

/** Those who may be drawn, and those who may not, with why. */
export interface Sifted<Expert> {
  readonly eligible: readonly Expert[];
  readonly excluded: readonly Exclusion[];
}

/**
 * Takes out of the available experts whoever has a tie, another duty, or has been on a panel of the lot.
 * @source 政府采购法实施条例 art. 9
 */
export function sift<Expert extends AvailableExpert>(
  available: readonly Expert[],
  obstacles: Obstacles,
): Sifted<Expert> {
  const eligible: Expert[] = [];
  const excluded: Exclusion[] = [];
  for (const expert of available) {
    const obstacle = obstacleFor(expert, obstacles);
    if (obstacle === null) eligible.push(expert);
    else excluded.push({ expertId: expert.expertId, ...obstacle });
  }
  return { eligible, excluded };
}

/** The seats that an expert may take: those of the expert's fields, and those that ask for none. */
export function seatsOpenTo(
  fields: readonly string[],
  seats: readonly { readonly code: string; readonly field?: string }[],
): string[] {
  return seats
    .filter(({ field }) => field === undefined || fields.includes(field))
    .map(({ code }) => code);
}

/**
 * The day from which ties count: three years before. From 29 February it is the 28th, so that no day is lost.
 * @source 政府采购法实施条例 art. 9
 */
export function tiesCountFrom(today: Day): Day {
  const sameDay = `${String(Number(today.slice(0, 4)) - 3).padStart(4, '0')}${today.slice(4)}`;
  return toDay(sameDay.replace('-02-29', '-02-28'));
}

function obstacleFor(
  { expertId, personId }: AvailableExpert,
  { ties, personsWithDuty, served }: Obstacles,
): Omit<Exclusion, 'expertId'> | null {
  if (served.has(expertId)) return { cause: 'served' };
  if (personsWithDuty.has(personId)) return { cause: 'duty' };
  const tie = ties.find((one) => one.expertId === expertId);
  return tie === undefined ? null : { cause: 'tie', partyId: tie.partyId };
}
