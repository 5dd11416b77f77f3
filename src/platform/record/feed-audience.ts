import type { Audience } from './domain-event';

/**
 * To whom an event is told, as the keys of `feed_entries`. An event of a unit is told to whoever holds a duty at it or above it,
 * so each unit of the path has its key.
 */
export function feedAudiencesOf(audience: Audience): string[] {
  const units = (audience.unitPaths ?? []).flatMap((path) => {
    const labels = path.split('.');
    return labels.map((_, depth) => `unit:${labels.slice(0, depth + 1).join('.')}`);
  });
  return [
    ...new Set([
      ...(audience.public === true ? ['public'] : []),
      ...(audience.personIds ?? []).map((id) => `person:${id}`),
      ...(audience.partyIds ?? []).map((id) => `party:${id}`),
      ...units,
    ]),
  ];
}
