import type { ProcessKind } from '../../src/platform/record/domain-event';

/**
 * What each workflow looks at, from its beginning to its end. Steps that are taken at one look stand together: the last one
 * waits, those before it do not.
 */
export const workflowLooks: Readonly<Record<ProcessKind, readonly (readonly string[])[]>> = {
  needScreening: [['needsReported'], ['needsScreened'], ['feedbackGiven']],
  round: [
    ['roundAnnounced'],
    ['lotsClosed'],
    ['lotsOpened'],
    ['bidsQualified'],
    ['panelsSeated'],
    ['lotsReviewed'],
    ['awardsProposed'],
    ['awardsApproved'],
    ['awardsNoticed'],
    ['awardsConfirmed'],
    ['contractsDrawn'],
    ['allSigned'],
    ['moneyReturned'],
  ],
  panelReview: [
    ['poolFrozen'],
    ['panelDrawn'],
    ['panelSeated'],
    ['sheetsIn'],
    ['deviationsConfirmed'],
    ['reportSigned'],
  ],
  challenge: [['challengeAdmitted'], ['challengeAnswered']],
  project: [
    ['commissionConfirmed'],
    ['contractInForce'],
    ['projectStarted'],
    ['evaluationsPlanned'],
    ['contractTranchesDue'],
    ['evaluationTranchesDue', 'evaluationsDecided'],
    ['projectSettled'],
    ['projectClosed'],
  ],
  payment: [['batchSent'], ['vouchersIn'], ['batchSettled']],
};

/** All steps of a workflow, in their order. */
export const workflowSteps = (kind: ProcessKind): string[] => workflowLooks[kind].flat();

/** Steps that do their work as soon as the one before them is reached: only a broken record makes a process stand at them. */
export const stepsDoneAtOnce: ReadonlySet<string> = new Set([
  'feedbackGiven',
  'awardsProposed',
  'awardsNoticed',
  'contractsDrawn',
  'panelDrawn',
  'projectStarted',
  'evaluationsPlanned',
  'contractTranchesDue',
  'evaluationTranchesDue',
  'projectClosed',
]);
