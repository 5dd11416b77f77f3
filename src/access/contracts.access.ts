import { declareAccess } from './declare-access';

const readers = [
  { duty: 'applicant', relation: 'party' },
  { duty: 'organizer', relation: 'round' },
  { duty: 'approver', relation: 'round' },
  { duty: 'maker', relation: 'round' },
  { duty: 'checker', relation: 'round' },
  { duty: 'supervisor', relation: 'round' },
] as const;

/** Access to contracts and their amendments. */
export const contractsAccess = declareAccess({
  'contract.list': {
    route: 'GET /v1/contracts',
    allow: readers,
  },
  'contract.read': {
    route: 'GET /v1/contracts/{contractId}',
    allow: readers,
  },
  'contract.sign': {
    route: 'POST /v1/contracts/{contractId}/signature',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'approver', relation: 'unit' },
    ],
    ifMatch: true,
  },
  'contract.file': {
    route: 'POST /v1/contracts/{contractId}/filing',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
    ],
  },
  'contractChange.list': { route: 'GET /v1/contracts/{contractId}/changes', allow: readers },
  'contractChange.request': {
    route: 'POST /v1/contracts/{contractId}/changes',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'unit' },
    ],
  },
  // The other side of an agreement, an approver of anything else.
  'contractChange.decide': {
    route: 'POST /v1/contracts/{contractId}/change-decisions',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'approver', relation: 'unit' },
    ],
  },
  'amendment.list': { route: 'GET /v1/contracts/{contractId}/amendments', allow: readers },
  'amendment.read': { route: 'GET /v1/amendments/{amendmentId}', allow: readers },
  'amendment.propose': {
    route: 'POST /v1/contracts/{contractId}/amendments',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'unit' },
    ],
    ifMatch: true,
  },
  'amendment.approve': {
    route: 'POST /v1/amendments/{amendmentId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'amendment.refuse': {
    route: 'POST /v1/amendments/{amendmentId}/refusal',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'amendment.withdraw': {
    route: 'POST /v1/amendments/{amendmentId}/withdrawal',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'unit' },
    ],
    ifMatch: true,
  },
  'amendment.sign': {
    route: 'POST /v1/amendments/{amendmentId}/signature',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'approver', relation: 'unit' },
    ],
    ifMatch: true,
  },
});
