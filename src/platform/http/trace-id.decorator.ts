import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { stateOf } from './request-state';

/** The trace of the request, for routes that have no transaction and so no context. */
export const TraceId = createParamDecorator(
  (_: unknown, host: ExecutionContext): string =>
    stateOf(host.switchToHttp().getRequest<FastifyRequest>()).traceId,
);
