import { ValidateBy, type ValidationOptions } from 'class-validator';
import { toInstant } from '../../kernel/instant';

/**
 * A moment of RFC 3339 with its offset, no finer than a millisecond, on a day that exists: what the kernel's `toInstant` reads.
 * The validator's own check lets 30 February through.
 */
export function IsMoment(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isMoment', validator: { validate: isMoment } }, options);
}

function isMoment(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    toInstant(value);
    return true;
  } catch {
    return false;
  }
}
