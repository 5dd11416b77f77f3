import { deciders } from './deciders';
import { declareAccess } from './declare-access';

/** Access to decisions: each is answered by whoever holds the one duty that the rules name. */
export const decisionsAccess = declareAccess({
  'decision.list': {
    route: 'GET /v1/decisions',
    allow: deciders,
  },
  'decision.read': {
    route: 'GET /v1/decisions/{decisionId}',
    allow: deciders,
  },
  'decision.answer': {
    route: 'POST /v1/decisions/{decisionId}/answer',
    allow: deciders,
    ifMatch: true,
  },
});
