import { declareAccess } from './declare-access';

/** Access to what is published. */
export const noticesAccess = declareAccess({
  'notice.list': {
    route: 'GET /v1/public/{tenant}/notices',
    allow: { public: 'a notice is published so that anyone may read it' },
  },
  'notice.read': {
    route: 'GET /v1/public/{tenant}/notices/{noticeId}',
    allow: { public: 'a notice is published so that anyone may read it' },
  },
});
