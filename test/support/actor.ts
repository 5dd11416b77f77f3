import { randomUUID } from 'node:crypto';

/** An answer of the service. */
export interface Answer<T = any> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
}

/** What a request may say beyond its body. */
export interface CallOptions {
  /** Sent as If-Match. */
  readonly ifMatch?: number | string;
  /** The Idempotency-Key; a new one by default, none with null. */
  readonly key?: string | null;
  readonly locale?: 'zh-CN' | 'en';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who speaks to the service over HTTP, signed in or not. */
export class Actor {
  constructor(
    readonly url: string,
    readonly token: string | null,
    readonly personId: string,
    readonly name: string,
  ) {}

  get(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.call('GET', path, undefined, { key: null, ...options });
  }

  post(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.call('POST', path, body, options);
  }

  delete(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.call('DELETE', path, undefined, { key: null, ...options });
  }

  /** The same calls, giving the body, and throwing the problem where there is one. */
  readonly ok = {
    get: async (path: string, options?: CallOptions): Promise<any> =>
      bodyOf(await this.get(path, options), path),
    post: async (path: string, body?: unknown, options?: CallOptions): Promise<any> =>
      bodyOf(await this.post(path, body, options), path),
  };

  private async call(
    method: string,
    path: string,
    body: unknown,
    { ifMatch, key = randomUUID(), locale = 'zh-CN', headers = {} }: CallOptions,
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': locale,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(key !== null && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && {
          'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch,
        }),
        ...headers,
      },
      body: typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : null;
    return { status: response.status, body: parsed, text, headers: response.headers };
  }
}

function bodyOf(answer: Answer, path: string): unknown {
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Passes when the call was refused with this status and code, as problem+json with texts in both languages' fields. */
export async function expectRefusal(
  call: Promise<Answer>,
  status: number,
  code: string,
): Promise<Answer> {
  const answer = await call;
  expect({ status: answer.status, code: answer.body?.code, text: answer.text }).toEqual({
    status,
    code,
    text: answer.text,
  });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return answer;
}
