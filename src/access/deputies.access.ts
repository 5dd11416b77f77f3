import { declareAccess } from './declare-access';

/** Access to deputies. An approver is over whoever holds a duty at their unit or below it. */
export const deputiesAccess = declareAccess({
  'deputy.appoint': {
    route: 'POST /v1/mandates/{mandateId}/deputies',
    allow: [{ duty: 'anyone', relation: 'self' }],
  },
  'deputy.list': {
    route: 'GET /v1/deputies',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'anyone', relation: 'assigned' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'administrator', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
  'deputy.end': {
    route: 'POST /v1/deputies/{deputyId}/end',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'anyone', relation: 'assigned' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'administrator', relation: 'tenant' },
    ],
    ifMatch: true,
  },
});
