import { isOfType } from './content-type';
import { docx, jpeg, pdf, png, xlsx } from './content-type.fixture';
import { mediaTypes } from './media-types.rules';
import { StoredBytes } from './stored-bytes';

const inChunks = (bytes: Buffer, size: number): StoredBytes =>
  new StoredBytes(
    (n) => Promise.resolve(bytes.subarray(n * size, (n + 1) * size)),
    size,
    0,
    bytes.length,
  );

const [DOCX, XLSX] = Object.keys(mediaTypes).filter((type) => type.includes('openxml')) as [
  string,
  string,
];
const samples: Readonly<Record<string, Buffer>> = {
  'application/pdf': pdf,
  [DOCX]: docx,
  [XLSX]: xlsx,
  'image/jpeg': jpeg,
  'image/png': png,
  'text/csv': Buffer.from('\ufeff序号,姓名\r\n1,李敏\r\n'),
  'text/plain': Buffer.from('活动签到\n'),
};

describe('isOfType', () => {
  it('has a sample of every type that is taken', () => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(mediaTypes).sort());
  });

  it.each(Object.keys(samples))('knows %s, however it is cut', async (mediaType) => {
    for (const size of [1, 7, 100_000]) {
      expect(await isOfType(mediaType, inChunks(samples[mediaType]!, size))).toBe(true);
    }
  });

  it.each(Object.keys(samples))('takes nothing else for %s', async (mediaType) => {
    const isText = mediaType.startsWith('text/');
    for (const [other, bytes] of Object.entries(samples)) {
      if (other === mediaType || (isText && other.startsWith('text/'))) continue;
      expect([other, await isOfType(mediaType, inChunks(bytes, 100_000))]).toEqual([other, false]);
    }
  });

  it('takes text in GB 18030, and none with control characters, half a character, or in UTF-16', async () => {
    const text = (bytes: Buffer, size = 3) => isOfType('text/plain', inChunks(bytes, size));
    // 益创 as GB 18030.
    expect(await text(Buffer.from('d2e6b4b4', 'hex'))).toBe(true);
    expect(await text(Buffer.from('益创').subarray(0, 5))).toBe(false);
    expect(await text(Buffer.from('a\0b'))).toBe(false);
    expect(await text(Buffer.from('a\x1b[2Jb'))).toBe(false);
    expect(await text(Buffer.from('\ufeff益创', 'utf16le'))).toBe(false);
    expect(await text(Buffer.from('ff', 'hex'))).toBe(false);
  });
});
