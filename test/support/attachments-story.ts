import { createHash } from 'node:crypto';
import { pdf } from '../../src/registers/attachments/content-type.fixture';
import type { Actor } from './actor';

const CHUNK = 1_048_576;

/** An attachment as a request names it. */
export interface Named {
  readonly id: string;
  readonly digest: string;
}

/** What is sent to announce a file. */
export function announcementOf(bytes: Buffer, changes: object = {}) {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return {
    name: '签到表.pdf',
    mediaType: 'application/pdf',
    size: bytes.length,
    digest,
    ...changes,
  };
}

/** A small PDF that is like no other. */
function somePdf(): Buffer {
  return Buffer.concat([pdf, Buffer.from(`%${Math.random()}\n`)]);
}

/** Sends all chunks of a file. */
async function sendAll(by: Actor, id: string, bytes: Buffer): Promise<void> {
  for (let n = 0; n * CHUNK < bytes.length; n += 1) {
    const chunk = bytes.subarray(n * CHUNK, (n + 1) * CHUNK);
    const { status, text } = await by.put(`/v1/attachments/${id}/chunks/${n}`, chunk);
    if (status !== 204) throw new Error(`chunk ${n}: ${status} ${text}`);
  }
}

/** Announces a file and sends it, without completing it. */
export async function receiving(by: Actor, bytes = somePdf(), changes?: object): Promise<Named> {
  const { id, digest } = await by.ok.post('/v1/attachments', announcementOf(bytes, changes));
  await sendAll(by, id, bytes);
  return { id, digest };
}

/** Uploads a file whole. */
export async function upload(by: Actor, bytes?: Buffer, changes?: object): Promise<Named> {
  const named = await receiving(by, bytes, changes);
  await by.ok.post(`/v1/attachments/${named.id}/completion`, undefined, { ifMatch: 1 });
  return named;
}
