import type { ErrorObject } from 'ajv';
import type { Refusal } from '../kernel/refusal';
import { refuseRules } from './rules.refusals';
import { pointerTo } from './json-pointer';

/**
 * Says in our own words, and in both languages, what the schema found wrong.
 * @throws Error on a keyword that no fault speaks for: the schema grew and this table did not
 */
export function faultOf(error: ErrorObject): Refusal {
  const { instancePath: at, keyword, params } = error;
  switch (keyword) {
    case 'required':
      return missing(at, String(params['missingProperty']));
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      return refuseRules('RULES.UNKNOWN_NAME', { name }, at + pointerTo(name));
    }
    case 'discriminator':
      if (params['error'] === 'tag') return missing(at, 'variant');
      return refuseRules(
        'RULES.UNKNOWN_VARIANT',
        { variant: String(params['tagValue']) },
        at + pointerTo('variant'),
      );
    case 'type':
      return refuseRules('RULES.WRONG_TYPE', { expected: String(params['type']) }, at);
    case 'enum':
      return notAllowed(at, params['allowedValues'] as unknown[]);
    case 'const':
      return notAllowed(at, [params['allowedValue']]);
    case 'pattern':
      return refuseRules('RULES.WRONG_FORMAT', { expected: String(params['pattern']) }, at);
    case 'format':
      return refuseRules('RULES.WRONG_FORMAT', { expected: String(params['format']) }, at);
    case 'minimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return refuseRules('RULES.TOO_LITTLE', { limit: Number(params['limit']) }, at);
    case 'maximum':
    case 'maxLength':
    case 'maxItems':
      return refuseRules('RULES.TOO_MUCH', { limit: Number(params['limit']) }, at);
    case 'uniqueItems':
      return refuseRules('RULES.REPEATED', {}, at);
    default:
      throw new Error(`no fault speaks for the keyword ${keyword}`);
  }
}

function missing(at: string, name: string): Refusal {
  return refuseRules('RULES.MISSING', { name }, at + pointerTo(name));
}

function notAllowed(at: string, allowed: readonly unknown[]): Refusal {
  return refuseRules('RULES.NOT_ALLOWED', { allowed: allowed.map(String).join(', ') }, at);
}
