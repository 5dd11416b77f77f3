import { declareAccess } from './declare-access';

/** Access to what waits for people. */
export const inboxAccess = declareAccess({
  'task.list': { route: 'GET /v1/tasks', allow: [{ duty: 'anyone', relation: 'self' }] },
});
