import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings';
import { canonicalJson } from '../record/canonical-json';
import type { Json } from '../record/domain-event';
import { sha256Hex } from './digest';
import { keptKey } from './kept-key';

/** A receipt with the platform's signature over its canonical JSON (RFC 8785, UTF-8). */
export type SignedReceipt<Receipt> = {
  readonly receipt: Receipt;
  readonly algorithm: 'Ed25519';
  /** Names the key, so that an old receipt is told from a forged one. */
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
};

/**
 * Signs receipts with the key of this installation, `DATA_DIR/keys/receipt.key`. Ed25519 signs the same text the same way, so
 * a receipt given again is the receipt given before.
 */
@Injectable()
export class ReceiptSigner implements OnModuleInit {
  private privateKey!: KeyObject;
  private publicKey!: KeyObject;
  /** The first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  keyId!: string;

  constructor(private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    const pem = await keptKey(join(this.settings.DATA_DIR, 'keys', 'receipt.key'));
    this.privateKey = createPrivateKey(pem);
    this.publicKey = createPublicKey(this.privateKey);
    const der = this.publicKey.export({ type: 'spki', format: 'der' });
    this.keyId = sha256Hex(der).slice(0, 16);
  }

  /** The public key, as everyone may have it (SPKI, PEM). */
  get publicKeyPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Signs what is given out. */
  sign<Receipt extends Json>(receipt: Receipt): SignedReceipt<Receipt> {
    const signature = sign(null, Buffer.from(canonicalJson(receipt), 'utf8'), this.privateKey);
    const { keyId } = this;
    return { receipt, algorithm: 'Ed25519', keyId, signature: signature.toString('base64') };
  }

  /** Whether this installation signed exactly this. */
  hasSigned(signed: SignedReceipt<Json>): boolean {
    const text = Buffer.from(canonicalJson(signed.receipt), 'utf8');
    return verify(null, text, this.publicKey, Buffer.from(signed.signature, 'base64'));
  }
}
