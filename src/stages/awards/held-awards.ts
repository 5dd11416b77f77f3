import type { Standing } from '../../rules';
import type { AwardEntity } from './award.entity';
import type { AwardState } from './award.transitions';
import { readDraws } from './stored-draw';

/** An award in one of these states has its place and its money. */
export const HELD: readonly AwardState[] = [
  'proposed',
  'approved',
  'noticed',
  'confirmed',
  'contracted',
];

/** The awards of a lot that stand, as the allocation counts them. */
export function heldOf(awards: readonly AwardEntity[]): NonNullable<Standing['held']> {
  return awards
    .filter(({ state }) => HELD.includes(state))
    .map(({ category, amountFen, partyId, draws }) => {
      const beyond = readDraws(draws).filter(({ isBeyondPots }) => isBeyondPots);
      const overrunFen = beyond.reduce((all, draw) => all + draw.amountFen, 0n);
      return { category, amountFen, organization: partyId, overrunFen };
    });
}

/**
 * The parties of the awards that stand in the other lots of a round, one for each award. A directed commission is not among
 * them: it competed with nobody.
 */
export function heldElsewhere(awards: readonly AwardEntity[], lotId: string): string[] {
  return awards.flatMap((award) =>
    award.lotId === null || award.lotId === lotId || !HELD.includes(award.state)
      ? []
      : [award.partyId],
  );
}
