import { declareAccess } from './declare-access';

/** Access to the working calendar and to running periods. */
export const calendarAccess = declareAccess({
  'calendar.read': {
    route: 'GET /v1/calendar/days',
    allow: { public: 'the State Council published it' },
  },
  'calendar.list': {
    route: 'GET /v1/calendar/notices',
    allow: { public: 'the State Council published it' },
  },
  'calendar.enter': {
    route: 'POST /v1/calendar/notices',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'clock.list': {
    route: 'GET /v1/clocks',
    allow: [
      { duty: 'organizer', relation: 'tenant' },
      { duty: 'approver', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
});
