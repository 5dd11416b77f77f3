import { declareAccess } from './declare-access';

const readers = [
  { duty: 'applicant', relation: 'party' },
  { duty: 'maker', relation: 'unit' },
  { duty: 'checker', relation: 'unit' },
  { duty: 'organizer', relation: 'round' },
  { duty: 'approver', relation: 'round' },
  { duty: 'supervisor', relation: 'round' },
] as const;

/** Access to paid money that is asked back, and to what came of it. */
export const recoveriesAccess = declareAccess({
  'recovery.propose': {
    route: 'POST /v1/projects/{projectId}/recoveries',
    allow: [{ duty: 'organizer', relation: 'unit' }],
    ifMatch: true,
  },
  'recovery.list': { route: 'GET /v1/recoveries', allow: readers },
  'recovery.read': { route: 'GET /v1/recoveries/{recoveryId}', allow: readers },
  'recovery.approve': {
    route: 'POST /v1/recoveries/{recoveryId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'recovery.refuse': {
    route: 'POST /v1/recoveries/{recoveryId}/refusal',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'repayment.enter': {
    route: 'POST /v1/recoveries/{recoveryId}/repayments',
    allow: [{ duty: 'maker', relation: 'unit' }],
    ifMatch: true,
  },
  'repayment.confirm': {
    route: 'POST /v1/repayments/{repaymentId}/confirmation',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'repayment.reject': {
    route: 'POST /v1/repayments/{repaymentId}/rejection',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
});
