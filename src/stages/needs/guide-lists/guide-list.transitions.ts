import { transitionTable } from '../../../kernel/transition-table';

/** A guide list: drafted, published, and superseded by its next edition. */
export const guideListTransitions = transitionTable('guideList', {
  initial: 'draft',
  moves: {
    consult: { from: ['draft'], to: 'draft' },
    publish: { from: ['draft'], to: 'published' },
    supersede: { from: ['published'], to: 'superseded' },
  },
  final: ['superseded'],
});

/** Where a guide list stands. */
export type GuideListState = (typeof guideListTransitions.states)[number];
