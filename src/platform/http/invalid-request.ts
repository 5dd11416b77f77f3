import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal';

/** A request whose fields are at fault, each told by its JSON pointer and the rule it breaks. */
export class InvalidRequest extends Refusal {
  constructor(readonly errors: readonly { readonly pointer: string; readonly rule: string }[]) {
    super('REQUEST.INVALID', { count: errors.length });
  }
}

/** The one validation of requests: nothing unknown, nothing converted in silence, every fault told. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (faults) => new InvalidRequest(faults.flatMap((fault) => flatten(fault, ''))),
  });
}

function flatten(fault: ValidationError, above: string): { pointer: string; rule: string }[] {
  const pointer = `${above}/${fault.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.keys(fault.constraints ?? {}).map((rule) => ({ pointer, rule }));
  return [...own, ...(fault.children ?? []).flatMap((child) => flatten(child, pointer))];
}
