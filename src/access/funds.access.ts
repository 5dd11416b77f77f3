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
});
