import { ValidateBy, type ValidationOptions } from 'class-validator';

const MAX_CRITERIA = 60;
const MAX_CODE = 40;
const MAX_SCORE = 12;

/** Whether a value is scores as they are handed in: decimal text by the code of the criterion. */
export function isScores(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries: [string, unknown][] = Object.entries(value);
  return (
    entries.length <= MAX_CRITERIA &&
    entries.every(
      ([code, score]) =>
        code.length <= MAX_CODE && typeof score === 'string' && score.length <= MAX_SCORE,
    )
  );
}

/** Takes scores by the codes of criteria; whether they are complete and within bounds is for the rules. */
export function IsScores(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isScores', validator: { validate: isScores } }, options);
}
