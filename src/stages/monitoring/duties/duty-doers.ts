import type { Duty } from '../../../access/duties';
import type { MonitoringDuty } from '../../../rules';

/** Who does what the rules ask of somebody while a project runs, by the duty that they hold here. */
const DOERS = {
  grantee: 'applicant',
  streetCentre: 'streetOfficer',
  funder: 'organizer',
  evaluator: 'evaluator',
  public: 'resident',
} as const satisfies Record<MonitoringDuty['by'], Duty>;

/** Whoever does it holds this duty. */
export type DutyDoer = (typeof DOERS)[MonitoringDuty['by']];

/** The duty that whoever does it holds. */
export function doerOf({ by }: Pick<MonitoringDuty, 'by'>): DutyDoer {
  return DOERS[by];
}
