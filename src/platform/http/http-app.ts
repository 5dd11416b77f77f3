import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../telemetry/log';
import { validationPipe } from './invalid-request';
import { serveDocs } from './docs-pages';
import { buildOpenApi } from './openapi';
import { refuseHttp, refuseRequest } from './platform.refusals';
import { ProblemFilter, sendProblem } from './problem.filter';
import { checkRoutes } from './check-routes';
import { stateOf } from './request-state';
import { parseStrictJson } from './strict-json';

const MAX_JSON_BYTES = 256 * 1024;
/** One chunk of an attachment or a bid. */
const MAX_CHUNK_BYTES = 1024 * 1024;

/** Builds the HTTP application around a root module; the caller listens. Refuses to start when a route is not in the access table. */
export async function createHttpApp(root: DynamicModule): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: false,
    bodyLimit: MAX_CHUNK_BYTES,
    genReqId: () => randomUUID().replaceAll('-', ''),
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false },
    requestTimeout: 60_000,
    // An address that cannot be read, or with a part longer than any id, is none of ours.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
      sendProblem(request, reply, refuseHttp('HTTP.ROUTE_UNKNOWN'));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  await fastify.register(helmet as never, helmetOptions as never);
  readBodies(fastify);
  logRequests(fastify);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  serveDocs(fastify, buildOpenApi(app));
  try {
    await app.init();
    checkRoutes(app);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/**
 * What matters to answers that are no documents (OWASP's REST cheat sheet): strict transport, no sniffing, no framing, no
 * referrer, no reading by other origins. The policy is set below, as helmet would write the same one anew for each answer.
 */
const helmetOptions = {
  contentSecurityPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

const CSP_OF_JSON = "default-src 'none'; frame-ancestors 'none'";

function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_JSON_BYTES },
    (request, body, done) => {
      try {
        stateOf(request).rawBody = body;
        done(null, requireObject(parseStrictJson(decodeUtf8(body as Buffer))));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MAX_CHUNK_BYTES },
    (request, body, done) => {
      stateOf(request).rawBody = body;
      done(null, body);
    },
  );
  fastify.addContentTypeParser('*', (_request, _payload, done) => {
    done(refuseHttp('HTTP.MEDIA_TYPE'));
  });
}

/** Every body of ours is an object; the validator would take null for one without fields. */
function requireObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw refuseRequest('REQUEST.MALFORMED', { why: 'not an object' });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    return '\uFEFF'; // Not UTF-8: fails in the parser as malformed, like a byte order mark.
  }
}

function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-trace-id', stateOf(request).traceId);
    void reply.header('cache-control', 'no-store');
    void reply.header('content-security-policy', CSP_OF_JSON);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { traceId, act, caller } = stateOf(request);
    const ms = Math.round(reply.elapsedTime);
    log.info({ traceId, act, personId: caller?.personId, status: reply.statusCode, ms }, 'request');
    done();
  });
}
