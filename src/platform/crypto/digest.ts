import { createHash } from 'node:crypto';
import { canonicalJson } from '../record/canonical-json';
import type { Json } from '../record/domain-event';

/** SHA-256 of bytes or of UTF-8 text, in lower-case hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a document's canonical JSON (RFC 8785), in lower-case hex: one document has one digest, however it was written. */
export function digestOf(document: Json): string {
  return sha256Hex(canonicalJson(document));
}
