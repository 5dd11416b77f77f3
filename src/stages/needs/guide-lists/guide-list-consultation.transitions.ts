import { transitionTable } from '../../../kernel/transition-table';

/** A unit is asked about an item, and answers once. */
export const guideListConsultationTransitions = transitionTable('guideListConsultation', {
  initial: 'asked',
  moves: { answer: { from: ['asked'], to: 'answered' } },
  final: ['answered'],
});

/** Where a consultation stands. */
export type ConsultationState = (typeof guideListConsultationTransitions.states)[number];
