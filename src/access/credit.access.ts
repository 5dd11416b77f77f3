import { declareAccess } from './declare-access';

/** Access to the records of parties. */
export const creditAccess = declareAccess({
  'party.credit': {
    route: 'GET /v1/parties/{partyId}/credit',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'tenant' },
      { duty: 'approver', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
  'party.sanction': {
    route: 'POST /v1/parties/{partyId}/sanctions',
    allow: [{ duty: 'approver', relation: 'unit' }],
  },
});
