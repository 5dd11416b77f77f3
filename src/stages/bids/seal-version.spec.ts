import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { newId } from '../../kernel/id';
import { toInstant } from '../../kernel/instant';
import { Settings } from '../../platform/config/settings';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import type { BidVersionEntity } from './bid-version.entity';
import { isIntact, sealVersion, type NewVersion } from './seal-version';

let dir: string;
let signer: ReceiptSigner;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'seal-'));
  signer = new ReceiptSigner(Object.assign(new Settings(), { DATA_DIR: dir }));
  await signer.onModuleInit();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const wanted = (changes: Partial<NewVersion> = {}): NewVersion => ({
  bidId: newId(),
  no: 1,
  act: 'submission',
  roundId: newId(),
  lotId: newId(),
  partyId: newId(),
  content: Buffer.from('{"title":"午间助餐"}'),
  attachments: [],
  revision: 1,
  supersedes: null,
  receivedAt: toInstant('2020-04-10T23:59:59.999+08:00'),
  submittedBy: newId(),
  ...changes,
});

describe('a version of a bid', () => {
  it('is bound to bid, lot, party, revision and the version before', () => {
    const given = wanted({ no: 2, act: 'replacement', supersedes: 'ab'.repeat(32) });
    const { header, receipt } = sealVersion(signer, given);
    const { bidId, lotId, roundId, partyId } = given;
    expect(JSON.parse(header)).toMatchObject({
      ...{ suite: 'NONE-1', bidId, lotId, roundId, partyId },
      ...{ versionNo: 2, act: 'replacement', revision: 1, supersedes: given.supersedes },
    });
    expect(receipt.receipt).toMatchObject({
      ...{ bidId, lotId, partyId, versionNo: 2, suite: 'NONE-1' },
      receivedAt: '2020-04-10T23:59:59.999+08:00',
    });
  });

  it('is intact as it was sealed', () => {
    expect(isIntact(signer, sealVersion(signer, wanted()))).toBe(true);
  });

  it('is found altered by any one flipped bit of its content or its header', () => {
    const sealed = sealVersion(signer, wanted());
    fc.assert(
      fc.property(fc.constantFrom('content', 'header'), fc.nat(), (part, n) => {
        const bytes = Buffer.from(part === 'content' ? sealed.content! : sealed.header);
        const bit = n % (bytes.length * 8);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        const altered = {
          ...sealed,
          [part]: part === 'content' ? bytes : bytes.toString('latin1'),
        };
        expect(isIntact(signer, altered)).toBe(false);
      }),
    );
  });

  it.each<[string, () => Partial<BidVersionEntity>]>([
    ['content and digest', () => contentOf(sealVersion(signer, wanted()))],
    ['the moment of receipt', () => ({ receivedAt: toInstant('2020-04-10T23:59:59.998+08:00') })],
    ['the number', () => ({ no: 2 })],
    ['the bid', () => ({ bidId: newId() })],
    ['the receipt', () => ({ receipt: sealVersion(signer, wanted()).receipt })],
    ['the content for nothing', () => ({ content: null })],
  ])('is found altered when someone exchanges %s', (_, change) => {
    const sealed = sealVersion(signer, wanted({ content: Buffer.from('{}') }));
    expect(isIntact(signer, { ...sealed, ...change() })).toBe(false);
  });
});

function contentOf({ content, contentDigest }: BidVersionEntity): Partial<BidVersionEntity> {
  return { content, contentDigest };
}
