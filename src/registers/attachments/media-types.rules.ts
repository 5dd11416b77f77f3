/** What may be attached, by media type, with the endings that its names may have. Nothing a browser would run. */
export const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
};

/** Whether the name ends as its media type asks. */
export function fitsMediaType(name: string, mediaType: string): boolean {
  return mediaTypes[mediaType]?.some((ending) => name.toLowerCase().endsWith(ending)) ?? false;
}

/** Bytes of every chunk but the last. */
export const CHUNK_BYTES = 1_048_576;
/** The largest attachment, in bytes. */
export const MAX_BYTES = 50 * CHUNK_BYTES;

/** How many chunks a size has. */
export function chunkCount(size: number): number {
  return Math.ceil(size / CHUNK_BYTES);
}

/** How many bytes the n-th chunk has, counted from 0. */
export function chunkSize(size: number, n: number): number {
  return Math.min(CHUNK_BYTES, size - n * CHUNK_BYTES);
}
