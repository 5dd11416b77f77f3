import { allTransitionTables } from '../../src/kernel/transition-table';
import { asOwner } from '../../src/platform/database/migrate';
import { Temporal } from '../../src/platform/temporal/temporal';
import { verify } from '../../src/verify/verify';
import type { Stage } from './stage';

/** What `npm run verify` says of a stage: the violations of each invariant by its id; null where it could not be checked. */
export async function verifyStage(stage: Stage): Promise<Record<string, readonly string[] | null>> {
  const running = await stage.get(Temporal).running();
  return asOwner(stage.ownerUrl, async (owner) => {
    const findings = await verify({ owner, running, tables: allTransitionTables() });
    return Object.fromEntries(
      findings.map(({ invariant, violations }) => [invariant.id, violations]),
    );
  });
}
