import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { accessTable, type Act } from '../../access/access-table';
import type { AccessRow, Relation } from '../../access/access.types';
import { duties } from '../../access/duties';
import { allRefusals } from '../../kernel/refusal';
import { ruleSetComponents } from '../../rules';
import { documentLimits } from './documented-limits';
import { REFUSALS } from './documented.decorator';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

const relationWords: Readonly<Record<Relation, string>> = {
  unit: 'of its unit or one above',
  area: 'of its unit, one above or one below',
  party: 'of a party to it',
  round: 'of its round, or of its unit or one above',
  assigned: 'named on it',
  self: 'whose own it is',
  tenant: 'anywhere in the tenant',
};

/**
 * The published contract: OpenAPI 3.1, made from the controllers, the access table (who may, which headers), the table of
 * refusals and the schema of rule sets.
 */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Yichuang 益创')
    .setDescription(
      'Public-interest venture grants (公益创投) and purchase of social services, from a resident’s need to the last payment.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A session or an API key' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  documentLimits(document);
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    ...ruleSetComponents(),
    Problem: problemSchema,
  };
  const byRoute = new Map(
    Object.entries(accessTable).map(([act, row]) => [row.route, { act: act as Act, row }]),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = item[method];
      const found = byRoute.get(`${method.toUpperCase()} ${path}`);
      if (operation && found) complete(operation, method, found.act, found.row);
    }
  }
  document.paths = sorted(document.paths);
  document.components.schemas = sorted(document.components.schemas);
  return document;
}

function complete(operation: Operation, method: string, act: Act, row: AccessRow): void {
  operation.operationId = act.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  operation.description = [operation.description, whoMay(row)].filter(Boolean).join('\n\n');
  if ('public' in row.allow) operation.security = [];
  else operation.security = [{ bearer: [] }];
  operation.parameters = [...(operation.parameters ?? []), ...headersOf(method, row)];
  const refusals = (operation as { [REFUSALS]?: readonly string[] })[REFUSALS] ?? [];
  Object.assign(operation.responses, problems(method, row, operation.responses, refusals));
  Object.assign(operation, { 'x-act': act });
}

function whoMay({ allow, also }: AccessRow): string {
  if ('public' in allow) return `Who may: everyone (${allow.public}).`;
  const grants = allow.map(({ duty, relation }) => {
    const who = duty === 'anyone' ? 'anyone signed in' : `${duties[duty].en} (${duties[duty].zh})`;
    return `${who} ${relationWords[relation]}`;
  });
  return `Who may: ${[...grants, ...(also === undefined ? [] : [also])].join('; ')}.`;
}

function headersOf(method: string, row: AccessRow): NonNullable<Operation['parameters']> {
  const header = (name: string, description: string, required: boolean, pattern?: string) => ({
    name,
    in: 'header' as const,
    required,
    description,
    schema: { type: 'string' as const, ...(pattern && { pattern }) },
  });
  const headers = [
    header('Accept-Language', 'zh-CN (default) or en', false),
    ...(method === 'post' && row.withoutKey === undefined
      ? [
          header(
            'Idempotency-Key',
            'New per submission, kept when retrying',
            true,
            '^[!-~]{8,200}$',
          ),
        ]
      : []),
    ...(row.ifMatch ? [header('If-Match', 'The ETag last seen', true, '^"[0-9]{1,9}"$')] : []),
  ];
  return headers;
}

function statusesOf(codes: readonly string[]): string[] {
  const known = new Map(allRefusals().map(({ code, status }) => [code, String(status)]));
  return codes.map((code) => {
    const status = known.get(code);
    if (status === undefined) throw new Error(`documented, but no refusal: ${code}`);
    return status;
  });
}

function problems(
  method: string,
  row: AccessRow,
  has: Responses,
  refusals: readonly string[],
): Responses {
  const isPublic = 'public' in row.allow;
  const statuses = new Set([
    ...(method === 'post' ? ['400', '413', '415', '422'] : ['400']),
    ...(method === 'post' && row.withoutKey === undefined ? ['409'] : []),
    ...(isPublic ? ['404'] : ['401', '403', '404']),
    ...statusesOf(refusals),
    ...(row.ifMatch ? ['409', '412', '428'] : []),
    '429',
    '503',
  ]);
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return Object.fromEntries(
    [...statuses]
      .filter((status) => !(status in has))
      .map((status) => [status, { description: 'Problem', content }]),
  );
}

const problemSchema = {
  type: 'object' as const,
  description: 'RFC 9457, with a stable code; the texts are in the language asked for.',
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const, description: 'What was refused' },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const, description: 'What to do now' },
    code: { type: 'string' as const, example: 'NEEDS.LIST_EMPTY' },
    traceId: { type: 'string' as const },
    facts: { type: 'object' as const, additionalProperties: true },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'rule'],
        properties: {
          pointer: { type: 'string' as const, description: 'JSON pointer into the request' },
          rule: { type: 'string' as const },
          detail: { type: 'string' as const },
        },
      },
    },
  },
};

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every refusal with its texts, as a page: what `type` in a problem points to. */
export function refusalsPage(): string {
  const rows = allRefusals().map(
    ({ code, status, zh, en, whatToDo }) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td lang="zh-CN">${escape(zh)}<br>${escape(whatToDo.zh)}</td><td lang="en">${escape(en)}<br>${escape(whatToDo.en)}</td></tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Yichuang 益创: refusals</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><body class="swagger-ui"><div class="wrapper">
<h1>拒绝代码 Refusals</h1><table><thead><tr><th>code</th><th>status</th><th>中文</th><th>English</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
