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

/** Access to projects, their reports and the visits paid to them. */
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
  'visit.record': {
    route: 'POST /v1/projects/{projectId}/visits',
    allow: [
      { duty: 'streetOfficer', relation: 'round' },
      { duty: 'organizer', relation: 'round' },
    ],
  },
});
