import { declareAccess } from './declare-access';

/** Access to proposals, awards, directed commissions and objections. */
export const awardsAccess = declareAccess({
  'awardProposal.read': {
    route: 'GET /v1/lots/{lotId}/award-proposal',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'awardProposal.approve': {
    route: 'POST /v1/lots/{lotId}/award-approval',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'award.list': {
    route: 'GET /v1/awards',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'award.read': {
    route: 'GET /v1/awards/{awardId}',
    allow: [
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'award.decline': {
    route: 'POST /v1/awards/{awardId}/declination',
    allow: [{ duty: 'applicant', relation: 'party' }],
    ifMatch: true,
  },
  'award.approve': {
    route: 'POST /v1/awards/{awardId}/approval',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'award.refuse': {
    route: 'POST /v1/awards/{awardId}/refusal',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'commission.propose': {
    route: 'POST /v1/rounds/{roundId}/commissions',
    allow: [{ duty: 'organizer', relation: 'round' }],
  },
  'challenge.submit': {
    route: 'POST /v1/awards/{awardId}/challenges',
    allow: [{ duty: 'anyone', relation: 'self' }],
  },
  'challenge.list': {
    route: 'GET /v1/challenges',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'challenge.read': {
    route: 'GET /v1/challenges/{challengeId}',
    allow: [
      { duty: 'anyone', relation: 'self' },
      { duty: 'applicant', relation: 'party' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'challenge.admit': {
    route: 'POST /v1/challenges/{challengeId}/admission',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'challenge.reject': {
    route: 'POST /v1/challenges/{challengeId}/rejection',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
  'challenge.answer': {
    route: 'POST /v1/challenges/{challengeId}/answer',
    allow: [{ duty: 'approver', relation: 'round' }],
    ifMatch: true,
  },
});
