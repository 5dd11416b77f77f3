import { registerDecorator } from 'class-validator';
import { toDay } from '../../kernel/day';

/** A day of the calendar, `YYYY-MM-DD`; 30 February is none. */
export function IsDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isDay },
    });
}

function isDay(value: unknown): boolean {
  try {
    return typeof value === 'string' && toDay(value) === value;
  } catch {
    return false;
  }
}
