import type { Context } from '../../platform/database/context';
import type { YearClosingEntity } from './year-closing.entity';
import type { YearClosingMove } from './year-closing.transitions';

const facts: Readonly<Record<YearClosingMove, string>> = {
  approve: 'funds.year-closed',
  refuse: 'funds.year-closing-refused',
};

/** Records what happened to a year's closing; without a move, that it was proposed. */
export async function recordYearClosing(
  ctx: Context,
  { id, version, fundId, year, unitPath, lapsedFen, carried }: YearClosingEntity,
  move: YearClosingMove | null,
): Promise<void> {
  const carriedFen = carried?.reduce((sum, { amountFen }) => sum + amountFen, 0n) ?? null;
  await ctx.record({
    name: move === null ? 'funds.year-closing-proposed' : facts[move],
    aggregate: { kind: 'yearClosing', id, version },
    move,
    body: {
      ...{ fundId, year },
      lapsedFen: lapsedFen?.toString() ?? null,
      carriedFen: carriedFen?.toString() ?? null,
    },
    audience: { unitPaths: [unitPath] },
  });
}
