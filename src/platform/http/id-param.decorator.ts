import { Param, type PipeTransform } from '@nestjs/common';
import { isId } from '../../kernel/id';
import { refuseAccess } from './platform.refusals';

const requireId: PipeTransform<string> = {
  transform(value) {
    // What cannot be an id is absent like any other.
    if (!isId(value)) throw refuseAccess('ACCESS.NOT_FOUND');
    return value;
  },
};

/** An id in the path; anything else is answered like an id that does not exist. */
export function IdParam(name: string): ParameterDecorator {
  return Param(name, requireId);
}
