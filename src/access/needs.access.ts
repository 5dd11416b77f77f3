import { declareAccess } from './declare-access';

/** Access to needs, their lists, screening and guide lists. */
export const needsAccess = declareAccess({
  'screeningRules.publish': {
    route: 'POST /v1/screening-rules',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'need.submit': {
    route: 'POST /v1/needs',
    allow: [
      { duty: 'resident', relation: 'unit' },
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
    ],
  },
  'need.read': {
    route: 'GET /v1/needs/{needId}',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'need.list': {
    route: 'GET /v1/needs',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'need.check': {
    route: 'POST /v1/needs/{needId}/check',
    allow: [{ duty: 'streetOfficer', relation: 'unit' }],
    ifMatch: true,
  },
  'needList.report': {
    route: 'POST /v1/screening-cycles/{cycleId}/report',
    allow: [{ duty: 'streetOfficer', relation: 'unit' }],
    ifMatch: true,
  },
  'cycle.list': {
    route: 'GET /v1/screening-cycles',
    allow: [
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
});
