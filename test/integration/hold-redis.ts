import { startEmbeddedRedis } from '../../src/platform/embedded';

/** Run by embedded.spec.ts as a process of its own, which it then kills. */
async function main(): Promise<void> {
  const { port } = await startEmbeddedRedis({ dir: String(process.argv[2]) });
  process.send?.(port);
}

void main();
