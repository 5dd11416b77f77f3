import { createHash } from 'node:crypto';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { rowOf } from '../../access/access-table';
import type { Context, ExpectedVersion } from '../database/context';
import { Door } from '../database/door';
import { SharedDoor } from '../database/shared-door';
import type { KeptAnswer, KeyState } from '../database/transaction';
import { refuseHttp } from './platform.refusals';
import { stateOf, type RequestState } from './request-state';

/**
 * Gives each request its transaction. A POST brings a key: the answer is stored under it in the same transaction as what was
 * done, so the two can never disagree, and a repeated request gets the first answer, byte for byte.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  private readonly sharedDoor: SharedDoor;

  constructor(private readonly door: Door) {
    this.sharedDoor = new SharedDoor(door);
  }

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.run(host, next));
  }

  private async run(host: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const state = stateOf(request);
    if (rowOf(state.act!).withoutTransaction !== undefined) {
      return send(reply, answerOf(await lastValueFrom(next.handle())));
    }
    const idempotencyKey = keyOf(request, state);
    const entry = {
      tenantId: state.tenantId!,
      caller: state.caller!,
      locale: state.locale,
      traceId: state.traceId,
      expected: expectedVersion(request, state),
      idempotencyKey,
      isRead: request.method === 'GET',
    };
    const work = async (ctx: Context, key: KeyState) => {
      const fingerprint = idempotencyKey === undefined ? null : fingerprintOf(request, state);
      if (fingerprint !== null) {
        const kept = keptFor(key, fingerprint);
        if (kept !== null) return replayOf(kept);
      }
      state.ctx = ctx;
      const result: unknown = await lastValueFrom(next.handle());
      if (result instanceof StreamableFile) return result;
      const answer = answerOf(result);
      if (fingerprint !== null) {
        ctx.keepAnswer({ fingerprint, status: reply.statusCode, ...answer });
      }
      return answer;
    };
    const mayShare = rowOf(state.act!).together !== undefined;
    const door = mayShare ? this.sharedDoor : this.door;
    const answer = await door.enter<Answer | StreamableFile>(entry, work);
    return answer instanceof StreamableFile ? answer : send(reply, answer);
  }
}

/** What is answered, once it is committed: a refusal at the commit must not carry the headers of what was not done. */
interface Answer {
  /** Other than the route's own. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function answerOf(result: unknown): Answer {
  const version = versionOf(result);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(version !== null && { etag: `"${version}"` }),
  };
  return { headers, body: result === undefined ? '' : JSON.stringify(result) };
}

function replayOf({ status, headers, body }: KeptAnswer): Answer {
  return { status, headers: { ...headers, 'idempotency-replayed': 'true' }, body };
}

function send(reply: FastifyReply, { status, headers, body }: Answer): string {
  void reply.headers(headers);
  if (status !== undefined) void reply.status(status);
  return body;
}

function keptFor(key: KeyState, fingerprint: Buffer): KeptAnswer | null {
  if (key.inFlight) throw refuseHttp('HTTP.KEY_IN_FLIGHT');
  if (key.kept !== null && !key.kept.fingerprint.equals(fingerprint)) {
    throw refuseHttp('HTTP.KEY_REUSED');
  }
  return key.kept;
}

const VISIBLE = /^[\x21-\x7e]{8,200}$/;

function keyOf(request: FastifyRequest, state: RequestState): string | undefined {
  if (request.method !== 'POST' || rowOf(state.act!).withoutKey !== undefined) return undefined;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !VISIBLE.test(key)) throw refuseHttp('HTTP.KEY_REQUIRED');
  return key;
}

function fingerprintOf(request: FastifyRequest, state: RequestState): Buffer {
  const hash = createHash('sha256');
  hash.update(`${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n`);
  hash.update(state.rawBody ?? '');
  return hash.digest();
}

const ETAG = /^"(\d{1,9})"$/;

function expectedVersion(request: FastifyRequest, state: RequestState): ExpectedVersion {
  if (rowOf(state.act!).ifMatch === undefined) return 'any';
  const header = request.headers['if-match'];
  const version = typeof header === 'string' ? ETAG.exec(header)?.[1] : undefined;
  if (version === undefined) throw refuseHttp('HTTP.MATCH_REQUIRED');
  return Number(version);
}

function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null;
  return typeof answer.version === 'number' ? answer.version : null;
}
