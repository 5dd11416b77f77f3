import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ObjectStore } from './object-store';

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Keeps objects as files below a folder. */
export class LocalStore extends ObjectStore {
  constructor(private readonly folder: string) {
    super();
  }

  // Written beside its place, flushed, then renamed: nobody ever reads half an object.
  override async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const part = `${path}.${randomUUID()}`;
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await syncFolder(dirname(path));
  }

  override async get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  override async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of the object store');
    return join(this.folder, key);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
