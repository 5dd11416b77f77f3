import { ValidateBy } from 'class-validator';

const MAX_CRITERIA = 40;
const MAX_CODE_LENGTH = 60;
const MAX_SCORE_LENGTH = 12;

/** A field of a request that holds scores by the code of their criterion, as decimal text; the rules judge what they say. */
export function IsScores(): PropertyDecorator {
  return ValidateBy({ name: 'isScores', validator: { validate: isScores } });
}

function isScores(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const scores = Object.entries(value);
  return (
    scores.length <= MAX_CRITERIA &&
    scores.every(
      ([code, score]) =>
        code.length <= MAX_CODE_LENGTH &&
        typeof score === 'string' &&
        score.length <= MAX_SCORE_LENGTH,
    )
  );
}
