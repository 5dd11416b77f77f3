import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '../config/settings';
import { canonicalJson } from '../record/canonical-json';
import { keptKey } from './kept-key';
import { ReceiptSigner } from './receipt-signer';

describe('ReceiptSigner', () => {
  let dir: string;

  async function signer(): Promise<ReceiptSigner> {
    const made = new ReceiptSigner(Object.assign(new Settings(), { DATA_DIR: dir }));
    await made.onModuleInit();
    return made;
  }

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'receipt-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('signs so that anyone can verify with the public key alone', async () => {
    const one = await signer();
    const signed = one.sign({ bidId: 'b', versionNo: 1 });
    const key = createPublicKey(one.publicKeyPem);
    const text = Buffer.from(canonicalJson(signed.receipt), 'utf8');
    expect(verify(null, text, key, Buffer.from(signed.signature, 'base64'))).toBe(true);
    expect(signed.keyId).toBe(one.keyId);
  });

  it('signs the same receipt the same way after a restart', async () => {
    const before = (await signer()).sign({ b: 2, a: 1 });
    const after = (await signer()).sign({ a: 1, b: 2 });
    expect(after.signature).toBe(before.signature);
  });

  it('tells a receipt that was altered, or signed elsewhere', async () => {
    const one = await signer();
    const signed = one.sign({ versionNo: 1 });
    expect(one.hasSigned(signed)).toBe(true);
    expect(one.hasSigned({ ...signed, receipt: { versionNo: 2 } })).toBe(false);
    rmSync(join(dir, 'keys'), { recursive: true });
    expect((await signer()).hasSigned(signed)).toBe(false);
  });

  it('makes one key when many processes ask at once, readable by its owner alone', async () => {
    const path = join(dir, 'keys', 'receipt.key');
    const keys = await Promise.all(Array.from({ length: 20 }, () => keptKey(path)));
    expect(new Set(keys).size).toBe(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'keys'))).toEqual(['receipt.key']);
  });
});
