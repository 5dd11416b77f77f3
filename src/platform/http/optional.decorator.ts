import { ValidateIf } from 'class-validator';

/**
 * A field that may be left out. The validator's own way takes null for it as well, which the contract does not know and whoever
 * asks for `undefined` would take for a value.
 */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
