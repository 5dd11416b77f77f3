import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../database/context';
import { stateOf } from './request-state';

/** The context of the request: its transaction, tenant and caller. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): Context => {
  const { ctx } = stateOf(host.switchToHttp().getRequest<FastifyRequest>());
  if (ctx === undefined) throw new Error('a route was reached without a transaction');
  return ctx;
});
