import { SetMetadata } from '@nestjs/common';
import type { Act } from '../../access/access-table';

export const ACT = 'yichuang:act';

/** Names the row of the access table that this route is. A route without it does not start and does not answer. */
export function Allow(act: Act): MethodDecorator {
  return SetMetadata(ACT, act);
}
