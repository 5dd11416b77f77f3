import type { ObjectStore } from '../../platform/storage/object-store';
import { CHUNK_BYTES } from './media-types.rules';
import { StoredBytes } from './stored-bytes';

/** The key of a chunk in the object store. */
export function chunkKey(attachmentId: string, n: number): string {
  return `attachments/${attachmentId}/${n}`;
}

/** The bytes of an attachment, all of whose chunks have arrived. */
export function bytesOf(
  store: ObjectStore,
  { id, size }: { readonly id: string; readonly size: number },
): StoredBytes {
  return new StoredBytes((n) => store.get(chunkKey(id, n)), CHUNK_BYTES, 0, size);
}
