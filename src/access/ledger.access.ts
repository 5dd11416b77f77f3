import { declareAccess } from './declare-access';

/** Access to the ledger. */
export const ledgerAccess = declareAccess({
  'ledger.read': {
    route: 'GET /v1/ledger',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
});
