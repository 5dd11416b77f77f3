import { declareAccess } from './declare-access';

/** Access to programmes and rounds. */
export const roundsAccess = declareAccess({
  'programme.create': {
    route: 'POST /v1/programmes',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'programme.list': {
    route: 'GET /v1/programmes',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'round.create': {
    route: 'POST /v1/rounds',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'round.list': {
    route: 'GET /v1/rounds',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'round.read': {
    route: 'GET /v1/rounds/{roundId}',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'round.approve': {
    route: 'POST /v1/rounds/{roundId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'extension.propose': {
    route: 'POST /v1/rounds/{roundId}/extension',
    allow: [{ duty: 'organizer', relation: 'unit' }],
    ifMatch: true,
  },
  'extension.approve': {
    route: 'POST /v1/extensions/{extensionId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'extension.refuse': {
    route: 'POST /v1/extensions/{extensionId}/refusal',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'round.cancel': {
    route: 'POST /v1/rounds/{roundId}/cancellation',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'round.readPublic': {
    route: 'GET /v1/public/{tenant}/rounds/{roundId}',
    allow: { public: 'a call is announced so that anyone may bid' },
  },
});
