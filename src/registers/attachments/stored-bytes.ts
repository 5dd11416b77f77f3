/** Gives the n-th chunk, counted from 0. */
export type ChunkReader = (n: number) => Promise<Uint8Array>;

/**
 * Bytes that lie in chunks of one size, but for the last, read as they are needed: whoever looks into a large file holds one
 * chunk of it in memory.
 */
export class StoredBytes extends Blob {
  declare readonly size: number;

  /** @param from the first byte, @param to the byte after the last one */
  constructor(
    private readonly read: ChunkReader,
    private readonly chunkBytes: number,
    private readonly from: number,
    private readonly to: number,
  ) {
    super([]);
    // Blob knows its size by a getter of its own.
    Object.defineProperty(this, 'size', { value: to - from });
  }

  override slice(start = 0, end = this.size): StoredBytes {
    const [from, to] = [start, end].map((at) => this.from + Math.min(Math.max(at, 0), this.size));
    return new StoredBytes(this.read, this.chunkBytes, from!, Math.max(from!, to!));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for await (const chunk of this.chunks()) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole.buffer;
  }

  /** The bytes in order, a chunk or a part of one at a time. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { chunkBytes, from, to } = this;
    for (let n = Math.floor(from / chunkBytes); n * chunkBytes < to; n += 1) {
      const chunk = await this.read(n);
      yield chunk.subarray(Math.max(from - n * chunkBytes, 0), to - n * chunkBytes);
    }
  }
}
