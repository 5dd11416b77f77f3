import { declareAccess } from './declare-access';

/** Access to what waits for people. */
export const inboxAccess = declareAccess({
  'deadLetter.list': {
    route: 'GET /v1/dead-letters',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'deadLetter.send': {
    route: 'POST /v1/dead-letters/{messageId}/sending',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
    ifMatch: true,
  },
  'task.list': { route: 'GET /v1/tasks', allow: [{ duty: 'anyone', relation: 'self' }] },
});
