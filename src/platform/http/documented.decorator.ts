import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';

/** Where the contract has the codes of a route's own refusals, for programs. */
export const REFUSALS = 'x-refusals';

/** What the documentation says of a route; the rest (who may, headers, problems) comes from the access table. */
export interface Documentation {
  readonly summary: string;
  readonly answers?: Type | readonly [Type];
  readonly status?: number;
  /** Codes that this route in particular may refuse with. */
  readonly refusals?: readonly string[];
}

/** Documents a route for OpenAPI. */
export function Documented(documentation: Documentation): MethodDecorator {
  const { summary, answers, refusals = [], status = 200 } = documentation;
  const isList = Array.isArray(answers);
  const type = isList ? (answers as readonly [Type])[0] : (answers as Type | undefined);
  return applyDecorators(
    ApiOperation({
      summary,
      ...(refusals.length > 0 && { description: `Refusals: ${refusals.join(', ')}` }),
    }),
    ...(refusals.length > 0 ? [ApiExtension(REFUSALS, refusals)] : []),
    ApiResponse({ status, description: summary, ...(type && { type, isArray: isList }) }),
  );
}
