import { declareAccess } from './declare-access';

/** Access to the pool of experts: the organizers', and each expert's own record. */
export const expertsAccess = declareAccess({
  'expert.register': {
    route: 'POST /v1/experts',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'expert.list': {
    route: 'GET /v1/experts',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
      { duty: 'expert', relation: 'self' },
    ],
  },
  'expert.declareTie': {
    route: 'POST /v1/experts/{expertId}/ties',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'expert', relation: 'self' },
    ],
    ifMatch: true,
  },
  'expert.takeLeave': {
    route: 'POST /v1/experts/{expertId}/leave',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'expert', relation: 'self' },
    ],
    ifMatch: true,
  },
});
