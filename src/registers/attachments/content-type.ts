import { fileTypeFromBlob } from 'file-type';
import type { StoredBytes } from './stored-bytes';

/**
 * Whether bytes are of the media type that their owner declared, as far as bytes can tell: by their signature, or for text by
 * being text.
 */
export async function isOfType(mediaType: string, bytes: StoredBytes): Promise<boolean> {
  const found = await fileTypeFromBlob(bytes);
  if (mediaType.startsWith('text/')) return found === undefined && isText(bytes);
  return found?.mime === mediaType;
}

/** What may stand in a text besides letters: tab, line feed, form feed, carriage return. */
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;

/** Text without control characters, in UTF-8 or in GB 18030, as spreadsheets save it in China. */
async function isText(bytes: StoredBytes): Promise<boolean> {
  let readers = ['utf-8', 'gb18030'].map((name) => readerOf(name));
  for await (const chunk of bytes.chunks()) {
    readers = readers.filter((reads) => reads(chunk));
    if (readers.length === 0) return false;
  }
  return readers.some((reads) => reads());
}

/** Says of one chunk after the other whether it is text; of none, whether it ends with a whole character. */
function readerOf(encoding: string): (chunk?: Uint8Array) => boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => {
    try {
      return !CONTROLS.test(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      return false;
    }
  };
}
