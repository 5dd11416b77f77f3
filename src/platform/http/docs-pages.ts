import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { refusalsPage } from './openapi';

/** The files of Swagger UI that the page needs, served from the package so that no other host is asked. */
const files = [
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
  ['favicon-32x32.png', 'image/png'],
] as const;

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Yichuang 益创 API</title>
<link rel="icon" href="/docs/favicon-32x32.png"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none' });`;

/** Serves the contract at /openapi.json, its page at /docs and the refusals at /docs/refusals: the same for everyone. */
export function serveDocs(fastify: FastifyInstance, document: OpenAPIObject): void {
  const folder = join(require.resolve('swagger-ui-dist/package.json'), '..');
  const serve = (path: string, type: string, content: string | Buffer) => {
    fastify.get(path, (_request, reply) => {
      void reply
        .header('content-type', type)
        .header('content-security-policy', CSP)
        .header('cache-control', 'public, max-age=300')
        .send(content);
    });
  };
  serve('/openapi.json', 'application/json; charset=utf-8', JSON.stringify(document));
  serve('/docs', 'text/html; charset=utf-8', page);
  serve('/docs/start.js', 'text/javascript; charset=utf-8', start);
  serve('/docs/refusals', 'text/html; charset=utf-8', refusalsPage());
  for (const [name, type] of files) serve(`/docs/${name}`, type, readFileSync(join(folder, name)));
}
