import { declareAccess } from './declare-access';

/** Access to needs, their lists, screening and guide lists. */
export const needsAccess = declareAccess({
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
      { duty: 'resident', relation: 'unit' },
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
      { duty: 'expert', relation: 'assigned' },
    ],
  },
  'need.list': {
    route: 'GET /v1/needs',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'resident', relation: 'unit' },
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'need.duplicates': {
    route: 'GET /v1/needs/{needId}/likely-duplicates',
    allow: [
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
    ],
  },
  'need.join': {
    route: 'POST /v1/needs/{needId}/joiners',
    allow: [{ duty: 'resident', relation: 'unit' }],
  },
  'need.check': {
    route: 'POST /v1/needs/{needId}/check',
    allow: [{ duty: 'streetOfficer', relation: 'unit' }],
    ifMatch: true,
  },
  'need.complete': {
    route: 'POST /v1/needs/{needId}/completion',
    allow: [{ duty: 'anyone', relation: 'self' }],
    ifMatch: true,
  },
  'need.merge': {
    route: 'POST /v1/needs/{needId}/merge',
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
  'needList.report': {
    route: 'POST /v1/screening-cycles/{cycleId}/report',
    allow: [{ duty: 'streetOfficer', relation: 'unit' }],
    ifMatch: true,
  },

  'screeningRules.publish': {
    route: 'POST /v1/screening-rules',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'screening.assign': {
    route: 'POST /v1/screening-cycles/{cycleId}/experts',
    allow: [{ duty: 'organizer', relation: 'unit' }],
    ifMatch: true,
  },
  'screening.result': {
    route: 'GET /v1/screening-cycles/{cycleId}/result',
    allow: [
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
      { duty: 'expert', relation: 'assigned' },
    ],
  },
  'screeningSheet.list': {
    route: 'GET /v1/screening-sheets',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },
  'screeningSheet.submit': {
    route: 'POST /v1/needs/{needId}/screening-sheets',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },

  'guideList.draft': {
    route: 'POST /v1/guide-lists',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'guideList.list': {
    route: 'GET /v1/guide-lists',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'guideList.read': {
    route: 'GET /v1/guide-lists/{guideListId}',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'guideList.consult': {
    route: 'POST /v1/guide-lists/{guideListId}/consultations',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'consultation.list': {
    route: 'GET /v1/guide-list-consultations',
    allow: [
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'consultation.answer': {
    route: 'POST /v1/guide-list-consultations/{consultationId}/answer',
    allow: [
      { duty: 'communityOfficer', relation: 'unit' },
      { duty: 'streetOfficer', relation: 'unit' },
      { duty: 'organizer', relation: 'unit' },
    ],
    ifMatch: true,
  },
  'guideList.publish': {
    route: 'POST /v1/guide-lists/{guideListId}/publication',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'publicGuideList.list': {
    route: 'GET /v1/public/{tenant}/guide-lists',
    allow: { public: 'a guide list is published so that anyone may apply by it' },
  },
  'publicGuideList.read': {
    route: 'GET /v1/public/{tenant}/guide-lists/{guideListId}',
    allow: { public: 'a guide list is published so that anyone may apply by it' },
  },
});
