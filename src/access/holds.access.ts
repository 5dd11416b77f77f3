import { declareAccess } from './declare-access';

/** Access to holds; they are placed and lifted by the acts on what causes them. */
export const holdsAccess = declareAccess({
  'hold.list': {
    route: 'GET /v1/holds',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
});
