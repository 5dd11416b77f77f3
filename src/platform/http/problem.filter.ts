import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allRefusals, Refusal, tell, type Locale } from '../../kernel/refusal';
import { sqlStateOf } from '../database/door';
import { log, securityLog } from '../telemetry/log';
import { RulesRefused } from '../../rules';
import { InvalidRequest } from './invalid-request';
import { refuseHttp } from './platform.refusals';
import { stateOf, type RequestState } from './request-state';

/** RFC 9457, with our code, what to do, the fields at fault and the trace. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly traceId: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly rule: string;
    readonly detail?: string;
  }[];
}

/**
 * Turns whatever was thrown into an answer: refusals by their code, in the caller's language; anything else as a fault of
 * ours, logged with its trace and told without any detail.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(request, reply, error);
  }
}

/** Sends the problem; also for what goes wrong before Nest is reached (parsers, addresses that are none, unknown routes). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const state = stateOf(request);
  const problem = problemOf(error, state);
  if (problem.status >= 500) {
    log.error({ traceId: state.traceId, act: state.act, err: error }, 'request failed');
  } else if (problem.status === 401 || problem.code === 'ACCESS.NOT_FOUND') {
    const { traceId, act, caller } = state;
    securityLog.warn({ traceId, act, personId: caller?.personId, code: problem.code }, 'refused');
  }
  if (problem.status === 503 || problem.status === 429) {
    void reply.header('retry-after', String(problem.facts?.seconds ?? 2));
  }
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', state.locale)
    .send(JSON.stringify(problem));
}

function problemOf(error: unknown, state: RequestState): Problem {
  const refusal = asRefusal(error);
  if (refusal === null) return faultOf(error, state);
  const definition = allRefusalsByCode().get(refusal.code)!;
  const { text, whatToDo } = tell(refusal.code, refusal.facts, state.locale);
  const errors = errorsOf(refusal, state.locale);
  return {
    type: `/docs/refusals#${refusal.code}`,
    title: text,
    status: definition.status,
    detail: whatToDo,
    code: refusal.code,
    traceId: state.traceId,
    ...(Object.keys(refusal.facts).length > 0 && { facts: refusal.facts }),
    ...(errors.length > 0 && { errors }),
  };
}

function errorsOf(refusal: Refusal, locale: Locale): Problem['errors'] & object {
  if (refusal instanceof InvalidRequest) return refusal.errors;
  if (refusal instanceof RulesRefused) {
    return refusal.faults.map(({ code, facts, pointer = '' }) => ({
      pointer,
      rule: code,
      detail: tell(code, facts, locale).text,
    }));
  }
  return refusal.pointer === undefined ? [] : [{ pointer: refusal.pointer, rule: refusal.code }];
}

let byCode: Map<string, ReturnType<typeof allRefusals>[number]> | undefined;

function allRefusalsByCode() {
  byCode ??= new Map(allRefusals().map((definition) => [definition.code, definition]));
  return byCode;
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOfFastify(error);
  switch (status) {
    case 404:
      return refuseHttp('HTTP.ROUTE_UNKNOWN');
    case 405:
      return refuseHttp('HTTP.METHOD_UNKNOWN');
    case 413:
      return refuseHttp('HTTP.TOO_LARGE');
    case 415:
      return refuseHttp('HTTP.MEDIA_TYPE');
    default:
      return null;
  }
}

function statusOfFastify(error: unknown): number | null {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
}

// Postgres out of reach, out of connections, or a lock not got in time: come again.
const PASSING = /^(08|53|57P|55P03)/;

function faultOf(error: unknown, { locale, traceId }: RequestState): Problem {
  const isPassing = PASSING.test(sqlStateOf(error) ?? '') || isConnectionError(error);
  const zh = locale === 'zh-CN';
  return isPassing
    ? {
        type: 'about:blank',
        title: zh ? '系统暂时繁忙。' : 'The service is busy for the moment.',
        status: 503,
        detail: zh
          ? '请稍后用同一 Idempotency-Key 重试。'
          : 'Try again soon, with the same Idempotency-Key.',
        code: 'SERVICE.BUSY',
        traceId,
      }
    : {
        type: 'about:blank',
        title: zh ? '系统内部出错。' : 'The service failed.',
        status: 500,
        detail: zh ? '请将 traceId 告知管理员。' : 'Please give the traceId to the administrator.',
        code: 'SERVICE.FAILED',
        traceId,
      };
}

function isConnectionError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ECONNREFUSED' || code === 'ECONNRESET';
}
