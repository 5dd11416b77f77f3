import { declareAccess } from './declare-access';

const readers = [
  { duty: 'applicant', relation: 'party' },
  { duty: 'organizer', relation: 'round' },
  { duty: 'approver', relation: 'round' },
  { duty: 'streetOfficer', relation: 'round' },
  { duty: 'communityOfficer', relation: 'unit' },
  { duty: 'evaluator', relation: 'round' },
  { duty: 'maker', relation: 'unit' },
  { duty: 'checker', relation: 'unit' },
  { duty: 'supervisor', relation: 'round' },
] as const;

const officers = [
  { duty: 'streetOfficer', relation: 'round' },
  { duty: 'organizer', relation: 'round' },
] as const;

/** Access to projects, their reports, the visits paid to them and what they are ordered to put right. */
export const monitoringAccess = declareAccess({
  'project.list': { route: 'GET /v1/projects', allow: readers },
  'project.read': {
    route: 'GET /v1/projects/{projectId}',
    allow: [...readers, { duty: 'evaluator', relation: 'assigned' }],
  },
  'report.submit': {
    route: 'POST /v1/projects/{projectId}/reports',
    allow: [{ duty: 'applicant', relation: 'party' }],
  },
  'report.accept': {
    route: 'POST /v1/projects/{projectId}/report-acceptances',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
    ],
  },
  'visit.record': {
    route: 'POST /v1/projects/{projectId}/visits',
    allow: officers,
  },
  // Whose duty it is the rules say, one by one.
  'duty.record': {
    route: 'POST /v1/projects/{projectId}/duty-records',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'evaluator', relation: 'round' },
      { duty: 'resident', relation: 'area' },
    ],
  },
  'dutyRecord.list': {
    route: 'GET /v1/projects/{projectId}/duty-records',
    allow: [...readers, { duty: 'evaluator', relation: 'assigned' }],
  },
  'sanction.impose': {
    route: 'POST /v1/projects/{projectId}/sanctions',
    allow: [{ duty: 'approver', relation: 'round' }],
  },
  'rectification.list': {
    route: 'GET /v1/projects/{projectId}/rectifications',
    allow: [...readers, { duty: 'evaluator', relation: 'assigned' }],
  },
  'rectification.read': {
    route: 'GET /v1/rectifications/{rectificationId}',
    allow: [...readers, { duty: 'evaluator', relation: 'assigned' }],
  },
  'rectification.order': {
    route: 'POST /v1/projects/{projectId}/rectifications',
    allow: officers,
  },
  'rectification.answer': {
    route: 'POST /v1/rectifications/{rectificationId}/answers',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'rectification.accept': {
    route: 'POST /v1/rectifications/{rectificationId}/acceptance',
    allow: officers,
    ifMatch: true,
  },
  'rectification.refuse': {
    route: 'POST /v1/rectifications/{rectificationId}/refusal',
    allow: officers,
    ifMatch: true,
  },
});
