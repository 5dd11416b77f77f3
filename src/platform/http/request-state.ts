import type { FastifyRequest } from 'fastify';
import type { Act } from '../../access/access-table';
import type { Locale } from '../../kernel/refusal';
import type { Caller } from '../database/caller';
import type { Context } from '../database/context';

/** What the platform knows of a request while it is being handled. */
export interface RequestState {
  readonly traceId: string;
  readonly locale: Locale;
  act?: Act;
  tenantId?: string;
  caller?: Caller;
  ctx?: Context;
  /** The body as it came, for the fingerprint of its key. */
  rawBody?: string | Buffer;
}

const states = new WeakMap<object, RequestState>();

/** The state of a request, made when it comes in. */
export function stateOf(request: FastifyRequest): RequestState {
  const key = request.raw;
  let state = states.get(key);
  if (state === undefined) {
    state = { traceId: traceIdOf(request), locale: localeOf(request) };
    states.set(key, state);
  }
  return state;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

// W3C Trace Context: a caller's trace goes on; without one the request's own id begins it.
function traceIdOf(request: FastifyRequest): string {
  const header = request.headers.traceparent;
  const given = typeof header === 'string' ? TRACEPARENT.exec(header)?.[1] : undefined;
  return given ?? request.id;
}

function localeOf(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language'] ?? '';
  for (const part of wanted.split(',')) {
    const tag = part.split(';')[0]!.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
