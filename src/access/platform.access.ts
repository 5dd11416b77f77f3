import { declareAccess } from './declare-access';

/** Access to what the platform itself offers. */
export const platformAccess = declareAccess({
  'session.open': {
    route: 'POST /v1/sessions',
    allow: { public: 'signing in is how one stops being nobody' },
    withoutKey: 'a repeated sign-in only makes a further session',
    withoutTransaction: 'those who wait for a password to be hashed would keep all others out',
  },
  'session.close': {
    route: 'DELETE /v1/sessions/current',
    allow: [{ duty: 'anyone', relation: 'self' }],
  },
  'event.read': {
    route: 'GET /v1/events',
    allow: [{ duty: 'anyone', relation: 'self' }],
  },
  'clock.read': {
    route: 'GET /v1/clock',
    allow: { public: 'legal time is no secret' },
  },
  'clock.advance': {
    route: 'POST /v1/clock/advance',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'health.live': {
    route: 'GET /health',
    allow: { public: 'asked by the machine that runs it' },
    withoutTransaction: 'the process lives whether the database does or not',
  },
  'health.ready': {
    route: 'GET /health/ready',
    allow: { public: 'asked by the machine that runs it' },
    withoutTransaction: 'it says itself whether the database answers',
  },
});
