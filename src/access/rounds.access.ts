import { declareAccess } from './declare-access';

/** Access to programmes and rounds. */
export const roundsAccess = declareAccess({
  'programme.create': {
    route: 'POST /v1/programmes',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'programme.list': {
    route: 'GET /v1/programmes',
    allow: [
      { duty: 'organizer', relation: 'unit' },
      { duty: 'approver', relation: 'unit' },
      { duty: 'supervisor', relation: 'unit' },
    ],
  },
  'ruleSetSchema.read': {
    route: 'GET /v1/rule-set-schema',
    allow: { public: 'whoever draws up rules has to know what they can say' },
    withoutTransaction: 'it is the same for everyone and stands in no table',
  },
  'round.create': {
    route: 'POST /v1/rounds',
    allow: [{ duty: 'organizer', relation: 'unit' }],
  },
  'round.list': {
    route: 'GET /v1/rounds',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'round.read': {
    route: 'GET /v1/rounds/{roundId}',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'maker', relation: 'round' },
      { duty: 'checker', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'round.approve': {
    route: 'POST /v1/rounds/{roundId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'correction.propose': {
    route: 'POST /v1/rounds/{roundId}/correction',
    allow: [{ duty: 'organizer', relation: 'unit' }],
    ifMatch: true,
  },
  'correction.approve': {
    route: 'POST /v1/corrections/{correctionId}/approval',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'correction.refuse': {
    route: 'POST /v1/corrections/{correctionId}/refusal',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'question.ask': {
    route: 'POST /v1/rounds/{roundId}/questions',
    allow: [{ duty: 'applicant', relation: 'party' }],
  },
  'question.list': {
    route: 'GET /v1/rounds/{roundId}/questions',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'question.read': {
    route: 'GET /v1/questions/{questionId}',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'question.answer': {
    route: 'POST /v1/questions/{questionId}/answer',
    allow: [{ duty: 'organizer', relation: 'round' }],
    ifMatch: true,
  },
  'question.refuse': {
    route: 'POST /v1/questions/{questionId}/refusal',
    allow: [{ duty: 'organizer', relation: 'round' }],
    ifMatch: true,
  },
  'question.listAnswered': {
    route: 'GET /v1/public/{tenant}/rounds/{roundId}/answers',
    allow: { public: 'what one bidder is told, everybody is told' },
  },
  'round.cancel': {
    route: 'POST /v1/rounds/{roundId}/cancellation',
    allow: [{ duty: 'approver', relation: 'unit' }],
    ifMatch: true,
  },
  'round.readPublic': {
    route: 'GET /v1/public/{tenant}/rounds/{roundId}',
    allow: { public: 'a call is announced so that anyone may bid' },
  },
});
