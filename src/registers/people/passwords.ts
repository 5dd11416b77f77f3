import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { refuseHttp } from '../../platform/http/platform.refusals';

/** Each hash holds 19 MiB while it is made, so only so many at once; who comes when the queue is full is asked to come again. */
const AT_ONCE = 2;
const MAX_WAITING = 64;

/** Password hashing by argon2id with the library's defaults (19 MiB, two passes), a bounded number at once. */
@Injectable()
export class Passwords {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /** @returns the encoded hash, with its salt and parameters */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password));
  }

  /** Whether the password is right. Without a hash the same work is done in vain, so that time tells nothing about accounts. */
  async verify(encoded: string | null, password: string): Promise<boolean> {
    this.decoy ??= hash(randomBytes(16).toString('hex'));
    const against = encoded ?? (await this.decoy);
    const isRight = await this.inTurn(() => verify(against, password));
    return isRight && encoded !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork >= AT_ONCE) {
      if (this.waiting.length >= MAX_WAITING) throw refuseHttp('HTTP.BUSY');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.atWork += 1;
    try {
      return await work();
    } finally {
      this.atWork -= 1;
      this.waiting.shift()?.();
    }
  }
}
