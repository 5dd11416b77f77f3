/**
 * Where bytes too large for the database are kept, by a key that is made here and never from what a client named. An S3
 * store fits behind the same three calls.
 */
export abstract class ObjectStore {
  /** Keeps bytes durably under a key: when it settles, a power cut loses nothing. Keeping the same key again replaces it. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** @throws Error when nothing is kept under the key */
  abstract get(key: string): Promise<Buffer>;
  abstract remove(key: string): Promise<void>;
}
