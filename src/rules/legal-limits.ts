import type { PartCheck } from './part-check';
import { grantLimits } from './regime-grant';
import { procurementLimits } from './regime-procurement';
import { procurementDuties } from './regime-procurement-duties';

/** The law's limits, or published practice, that a rule set goes beyond, with the article. Stricter values are fine. */
export const legalChecks: readonly PartCheck[] = [
  ...grantLimits,
  ...procurementLimits,
  ...procurementDuties,
];
