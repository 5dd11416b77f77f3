import { transitionTable } from '../../../kernel/transition-table';

/** A sheet is locked when it is handed in; one that strays from the others is confirmed with a reason, never changed. */
export const sheetTransitions = transitionTable('sheet', {
  initial: 'locked',
  moves: { confirm: { from: ['locked'], to: 'confirmed' } },
  final: ['confirmed'],
});

export type SheetState = (typeof sheetTransitions.states)[number];
