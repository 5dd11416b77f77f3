import { declareAccess } from './declare-access';

/** Access to decisions: each is answered by whoever holds the one duty that the rules name. */
export const decisionsAccess = declareAccess({
  'decision.list': {
    route: 'GET /v1/decisions',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'communityOfficer', relation: 'round' },
      { duty: 'expert', relation: 'round' },
      { duty: 'evaluator', relation: 'round' },
    ],
  },
  'decision.read': {
    route: 'GET /v1/decisions/{decisionId}',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'communityOfficer', relation: 'round' },
      { duty: 'expert', relation: 'round' },
      { duty: 'evaluator', relation: 'round' },
    ],
  },
  'decision.answer': {
    route: 'POST /v1/decisions/{decisionId}/answer',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'communityOfficer', relation: 'round' },
      { duty: 'expert', relation: 'round' },
      { duty: 'evaluator', relation: 'round' },
    ],
    ifMatch: true,
  },
});
