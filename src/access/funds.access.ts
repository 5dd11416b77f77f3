import { declareAccess } from './declare-access';

/** Access to funds and their budgets. */
export const fundsAccess = declareAccess({
  'fund.create': {
    route: 'POST /v1/funds',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
    ],
  },
  'fund.list': {
    route: 'GET /v1/funds',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'fund.budget': {
    route: 'POST /v1/funds/{fundId}/budgets',
    allow: [{ duty: 'approver', relation: 'unit' }],
  },
  'yearClosing.propose': {
    route: 'POST /v1/funds/{fundId}/year-closings',
    allow: [{ duty: 'maker', relation: 'unit' }],
  },
  'yearClosing.list': {
    route: 'GET /v1/year-closings',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'maker', relation: 'unit' },
      { duty: 'checker', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'yearClosing.approve': {
    route: 'POST /v1/year-closings/{closingId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'yearClosing.refuse': {
    route: 'POST /v1/year-closings/{closingId}/refusal',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
});
