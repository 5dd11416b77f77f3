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
  const parts = ['false'];
  if (columns.unitPath !== undefined)
    parts.push(`${columns.unitPath} <@ ANY(:reachPaths::ltree[])`);
  if (columns.partyId !== undefined) parts.push(`${columns.partyId} = ANY(:reachParties::uuid[])`);
  if (columns.roundId !== undefined) parts.push(`${columns.roundId} = ANY(:reachRounds::uuid[])`);
  if (columns.personId !== undefined) parts.push(`${columns.personId} = :reachPerson::uuid`);
  return query.andWhere(`(${parts.join(' OR ')})`, {
    reachPaths: reach.unitPaths,
    reachParties: reach.partyIds,
    reachRounds: reach.roundIds,
    reachPerson: reach.personId,
  });
}
