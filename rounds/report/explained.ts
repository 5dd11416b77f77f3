import type { BilingualText, Explanation, WordedExplanation } from '../../src/rules';
import { both } from './lines';

/** A text in both languages with the rule and the sum behind it. */
export function explained(
  title: string,
  words: BilingualText,
  { arithmetic, rule }: Explanation,
): string[] {
  return [
    `  ${title}`,
    ...both(words, 4),
    `    ${rule}${arithmetic === '' ? '' : `  ${arithmetic}`}`,
  ];
}

/** The same of an explanation that has words of its own. */
export function worded(title: string, explanation: WordedExplanation): string[] {
  return explained(title, explanation.words, explanation);
}
