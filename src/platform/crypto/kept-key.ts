import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The private Ed25519 key of a file (PKCS #8, PEM), made the first time. Several processes may ask at once: the file appears
 * whole or not at all, and whoever comes second takes the first one's.
 */
export async function keptKey(path: string): Promise<string> {
  return (await read(path)) ?? (await make(path));
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function make(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    await write(unfinished, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    await link(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(path, 'utf8');
}

// Flushed before it is linked: a receipt must not outlive its key.
async function write(path: string, pem: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
}
