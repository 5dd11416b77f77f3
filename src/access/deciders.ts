/** Whom the rules of a round may name to decide something of it; of these the one duty that they name decides. */
export const deciders = [
  { duty: 'organizer', relation: 'round' },
  { duty: 'approver', relation: 'round' },
  { duty: 'supervisor', relation: 'round' },
  { duty: 'streetOfficer', relation: 'round' },
  { duty: 'communityOfficer', relation: 'round' },
  { duty: 'expert', relation: 'round' },
  { duty: 'evaluator', relation: 'round' },
] as const;
