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

/** A request, written out: sent again it is the same bytes under the same key. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestInit['body'];
}

/** How a request gets to the service at an address. */
export type Send = (url: string, request: Written) => Promise<Answer>;

/** Sends a request once. */
export const sendOnce: Send = async (url, { method, path, headers, body }) => {
  const response = await fetch(url + path, { method, headers, body });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : null;
  return { status: response.status, body: parsed, text, headers: response.headers };
};

/** Somebody who speaks to the service over HTTP, signed in or not. */
export class Actor {
  constructor(
    readonly url: string,
    readonly token: string | null,
    readonly personId: string,
    readonly name: string,
    private readonly send: Send = sendOnce,
  ) {}

  /** Signs in by a request sent once. */
  static async signIn(
    url: string,
    username: string,
    password: string,
    name: string,
  ): Promise<Actor> {
    return new Actor(url, null, '', 'nobody').signIn(username, password, name);
  }

  /** Signs in over the same way; the session is the new actor's. */
  async signIn(username: string, password: string, name: string): Promise<Actor> {
    const nobody = new Actor(this.url, null, '', 'nobody', this.send);
    const { token, personId } = await nobody.ok.post('/v1/sessions', { username, password });
    return new Actor(this.url, token, personId, name, this.send);
  }

  get(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.call('GET', path, undefined, { key: null, ...options });
  }

  post(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.call('POST', path, body, options);
  }

  /** Sends bytes. */
  put(path: string, bytes: Uint8Array, options: CallOptions = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/octet-stream', ...options.headers };
    return this.call('PUT', path, bytes, { key: null, ...options, headers });
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
    /** Every item of a list, page by page. */
    all: async (path: string): Promise<any[]> => {
      const items: any[] = [];
      let cursor: string | null = null;
      do {
        const separator = path.includes('?') ? '&' : '?';
        const page = `${path}${separator}limit=200${cursor === null ? '' : `&cursor=${cursor}`}`;
        const { items: some, nextCursor } = bodyOf(await this.get(page), path) as any;
        items.push(...some);
        cursor = nextCursor;
      } while (cursor !== null);
      return items;
    },
  };

  private async call(
    method: string,
    path: string,
    body: unknown,
    { ifMatch, key = randomUUID(), locale = 'zh-CN', headers = {} }: CallOptions,
  ): Promise<Answer> {
    return this.send(this.url, {
      method,
      path,
      headers: {
        'accept-language': locale,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(key !== null && { 'idempotency-key': key }),
        ...matching(ifMatch),
        ...headers,
      },
      body: written(body),
    });
  }
}

function bodyOf(answer: Answer, path: string): unknown {
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

function matching(ifMatch: CallOptions['ifMatch']): Record<string, string> {
  if (ifMatch === undefined) return {};
  return { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch };
}

function written(body: unknown): RequestInit['body'] {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    return body as RequestInit['body'];
  }
  return JSON.stringify(body);
}
