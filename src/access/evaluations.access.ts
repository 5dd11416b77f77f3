import { declareAccess } from './declare-access';

const readers = [
  { duty: 'applicant', relation: 'party' },
  { duty: 'evaluator', relation: 'assigned' },
  { duty: 'organizer', relation: 'round' },
  { duty: 'approver', relation: 'round' },
  { duty: 'streetOfficer', relation: 'round' },
  { duty: 'maker', relation: 'unit' },
  { duty: 'checker', relation: 'unit' },
  { duty: 'supervisor', relation: 'round' },
] as const;

/** Access to evaluations and their surveys. */
export const evaluationsAccess = declareAccess({
  'evaluation.list': { route: 'GET /v1/evaluations', allow: readers },
  'evaluation.read': { route: 'GET /v1/evaluations/{evaluationId}', allow: readers },
  'evaluation.assign': {
    route: 'POST /v1/evaluations/{evaluationId}/assignment',
    allow: [{ duty: 'organizer', relation: 'round' }],
    ifMatch: true,
  },
  'evaluation.selfReport': {
    route: 'POST /v1/evaluations/{evaluationId}/self-report',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'evaluation.score': {
    route: 'POST /v1/evaluations/{evaluationId}/sheet',
    allow: [{ duty: 'evaluator', relation: 'assigned' }],
    ifMatch: true,
  },
  'evaluation.excuse': {
    route: 'POST /v1/evaluations/{evaluationId}/excuse',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'evaluation.judgeFailure': {
    route: 'POST /v1/evaluations/{evaluationId}/failure-judgement',
    allow: [{ duty: 'approver', relation: 'round' }],
  },
  // Residents belong to the communities below a project's unit.
  'survey.answer': {
    route: 'POST /v1/evaluations/{evaluationId}/answers',
    allow: [{ duty: 'resident', relation: 'area' }],
  },
  'surveyAnswer.list': {
    route: 'GET /v1/evaluations/{evaluationId}/answers',
    allow: [
      { duty: 'evaluator', relation: 'assigned' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
});
