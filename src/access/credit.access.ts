import { declareAccess } from './declare-access';

/** Officers of the top unit enter what others know of a party; it counts for every round of the tenant. */
const officers = [
  { duty: 'organizer', relation: 'unit' },
  { duty: 'approver', relation: 'unit' },
] as const;

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
  'party.enterListing': { route: 'POST /v1/parties/{partyId}/listings', allow: officers },
  'party.enterAnnualCheck': { route: 'POST /v1/parties/{partyId}/annual-checks', allow: officers },
  'party.enterEvaluation': {
    route: 'POST /v1/parties/{partyId}/past-evaluations',
    allow: officers,
  },
  'party.enterProject': { route: 'POST /v1/parties/{partyId}/earlier-projects', allow: officers },
  'creditNote.end': { route: 'POST /v1/credit-notes/{noteId}/ending', allow: officers },
  'creditNote.annul': {
    route: 'POST /v1/credit-notes/{noteId}/annulment',
    allow: [{ duty: 'approver', relation: 'unit' }],
  },
});
