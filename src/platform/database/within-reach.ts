import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Reach } from '../../access/decide';

/** Which columns of a query tell where a row belongs; a relation without a column matches nothing. */
export interface ReachColumns {
  /** An ltree column. */
  readonly unitPath?: string;
  readonly partyId?: string;
  readonly roundId?: string;
  /** The person whose own the row is, or who is assigned to it. */
  readonly personId?: string;
}

/** Keeps of a list what the caller may see: whatever any of their duties reaches. */
export function withinReach<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  reach: Reach,
  columns: ReachColumns,
): SelectQueryBuilder<T> {
  if (reach.everything) return query;
  const { unitPaths, partyIds, roundIds, personId } = reach;
  const parts: string[] = [];
  // A relation that the caller has to nothing is left out: an index serves one condition, and not the same one OR another.
  if (columns.unitPath !== undefined && unitPaths.length > 0)
    parts.push(`${columns.unitPath} <@ ANY(:reachPaths::ltree[])`);
  if (columns.partyId !== undefined && partyIds.length > 0)
    parts.push(`${columns.partyId} = ANY(:reachParties::uuid[])`);
  if (columns.roundId !== undefined && roundIds.length > 0)
    parts.push(`${columns.roundId} = ANY(:reachRounds::uuid[])`);
  if (columns.personId !== undefined && personId !== null)
    parts.push(`${columns.personId} = :reachPerson::uuid`);
  return query.andWhere(parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`, {
    reachPaths: unitPaths,
    reachParties: partyIds,
    reachRounds: roundIds,
    reachPerson: personId,
  });
}
