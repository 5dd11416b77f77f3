import type { BilingualText } from './rule-set.types';

/** A part of a rule set that the service does not carry out by itself: whoever runs the round sees to it. */
export interface KeptByHand {
  /** The part, as a JSON pointer. */
  readonly pointer: string;
  /** What the service does there, and what is left to people. */
  readonly words: BilingualText;
}

/** One such part. */
export const byHand = (pointer: string, zh: string, en: string): KeptByHand => ({
  pointer,
  words: { zh, en },
});
