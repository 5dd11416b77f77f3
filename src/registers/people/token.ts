import { createHash, randomBytes } from 'node:crypto';

/** A bearer token as its holder gets it, once, and what is kept of it. */
export interface NewToken {
  readonly token: string;
  readonly hash: Buffer;
}

/** Makes a token: a prefix that says what it is, and 256 random bits. */
export function newToken(prefix: 'ycs' | 'yck'): NewToken {
  const token = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

/** What is stored and looked up. A token has 256 bits of entropy, so a plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
