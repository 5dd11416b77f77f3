import type { Award } from './award';
import type { PlayedLot } from './play-lot';

/** The awards of a lot that did not fall away. */
export function standingAwards({ awards }: PlayedLot): Award[] {
  return (awards?.awards ?? []).filter(({ fell }) => fell === null);
}
