import { deciders } from './deciders';
import { declareAccess } from './declare-access';

/** Access to bids, their opening and their qualification check. */
export const bidsAccess = declareAccess({
  'bid.submit': {
    route: 'POST /v1/lots/{lotId}/bids',
    allow: [{ duty: 'applicant', relation: 'party' }],
    together: 'thousands may bid in the last minutes, and each commit waits for the disk',
  },
  'application.check': {
    route: 'POST /v1/lots/{lotId}/application-check',
    allow: [{ duty: 'applicant', relation: 'tenant' }],
    withoutKey: 'it reads what is sent and keeps nothing',
  },
  'bid.replace': {
    route: 'POST /v1/bids/{bidId}/replacement',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'bid.withdraw': {
    route: 'POST /v1/bids/{bidId}/withdrawal',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'bid.list': {
    route: 'GET /v1/bids',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'bid.read': {
    route: 'GET /v1/bids/{bidId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'bid.readReceipt': {
    route: 'GET /v1/bids/{bidId}/receipt',
    allow: [{ duty: 'applicant', relation: 'party' }],
  },
  'bid.check': {
    route: 'POST /v1/bids/{bidId}/checks',
    allow: deciders,
    ifMatch: true,
  },
  'check.list': { route: 'GET /v1/lots/{lotId}/checks', allow: deciders },
  'opening.request': {
    route: 'POST /v1/lots/{lotId}/opening',
    allow: [{ duty: 'organizer', relation: 'round' }],
  },
  'opening.confirm': {
    route: 'POST /v1/lots/{lotId}/opening/confirmation',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
    ifMatch: true,
  },
  'opening.read': {
    route: 'GET /v1/lots/{lotId}/opening',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'qualification.read': {
    route: 'GET /v1/lots/{lotId}/qualification',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'receiptKey.read': {
    route: 'GET /v1/receipt-key',
    allow: { public: 'a receipt is worth something when anyone can verify it' },
  },
});
