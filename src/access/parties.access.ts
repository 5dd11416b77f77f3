import { declareAccess } from './declare-access';

/** Access to the register of parties. Parties belong to no unit: every officer's work may concern any of them. */
export const partiesAccess = declareAccess({
  'party.register': {
    route: 'POST /v1/parties',
    allow: [{ duty: 'anyone', relation: 'self' }],
  },
  'party.read': {
    route: 'GET /v1/parties/{partyId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'tenant' },
      { duty: 'approver', relation: 'tenant' },
      { duty: 'streetOfficer', relation: 'tenant' },
      { duty: 'maker', relation: 'tenant' },
      { duty: 'checker', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
  'party.list': {
    route: 'GET /v1/parties',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'tenant' },
      { duty: 'approver', relation: 'tenant' },
      { duty: 'streetOfficer', relation: 'tenant' },
      { duty: 'maker', relation: 'tenant' },
      { duty: 'checker', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
  'party.changePayee': {
    route: 'POST /v1/parties/{partyId}/payee',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'party.verifyPayee': {
    route: 'POST /v1/parties/{partyId}/payee-verification',
    allow: [
      { duty: 'maker', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
    ],
    ifMatch: true,
  },
});
