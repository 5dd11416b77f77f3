import { declareAccess } from './declare-access';

/** Access to tranches, payments and batches. */
export const paymentsAccess = declareAccess({
  'tranche.list': {
    route: 'GET /v1/tranches',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'tranche.read': {
    route: 'GET /v1/tranches/{trancheId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  // Whose duty it is the rules say, tranche by tranche.
  'tranche.accept': {
    route: 'POST /v1/tranches/{trancheId}/acceptance',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'communityOfficer', relation: 'round' },
      { duty: 'expert', relation: 'round' },
      { duty: 'evaluator', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
    ifMatch: true,
  },
  'tranche.claim': {
    route: 'POST /v1/tranches/{trancheId}/claim',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'payment.enter': {
    route: 'POST /v1/tranches/{trancheId}/payment',
    allow: [{ duty: 'maker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.list': {
    route: 'GET /v1/payments',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'payment.read': {
    route: 'GET /v1/payments/{paymentId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'payment.release': {
    route: 'POST /v1/payments/{paymentId}/release',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.reject': {
    route: 'POST /v1/payments/{paymentId}/rejection',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.enterVoucher': {
    route: 'POST /v1/payments/{paymentId}/voucher',
    allow: [{ duty: 'maker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.confirmVoucher': {
    route: 'POST /v1/payments/{paymentId}/voucher-confirmation',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.enterReturn': {
    route: 'POST /v1/payments/{paymentId}/return',
    allow: [{ duty: 'maker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.confirmReturn': {
    route: 'POST /v1/payments/{paymentId}/return-confirmation',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'payment.dismissReturn': {
    route: 'POST /v1/payments/{paymentId}/return-dismissal',
    allow: [{ duty: 'checker', relation: 'unit' }],
    ifMatch: true,
  },
  'paymentBatch.list': {
    route: 'GET /v1/payment-batches',
    allow: [
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'paymentBatch.read': {
    route: 'GET /v1/payment-batches/{batchId}',
    allow: [
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'paymentBatch.dispatch': {
    route: 'POST /v1/payment-batches/{batchId}/dispatch',
    allow: [{ duty: 'maker', relation: 'unit' }],
    ifMatch: true,
  },
});
