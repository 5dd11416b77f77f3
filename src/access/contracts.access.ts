import { declareAccess } from './declare-access';

/** Access to contracts. */
export const contractsAccess = declareAccess({
  'contract.list': {
    route: 'GET /v1/contracts',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'contract.read': {
    route: 'GET /v1/contracts/{contractId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'contract.sign': {
    route: 'POST /v1/contracts/{contractId}/signature',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'approver', relation: 'unit' },
    ],
    ifMatch: true,
  },
});
