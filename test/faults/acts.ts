import { goodClient } from '../../demo/good-client';
import type { Send } from '../../demo/actor';

/** What a client was answered to a request under a key. */
export interface AnswerToKey {
  readonly status: number;
  readonly text: string;
}

/** The acts of all clients of a run: numbered, so that a fault can come at one of them, and with what each was answered. */
export class Acts {
  /** How many acts were begun. */
  count = 0;
  readonly answers = new Map<string, AnswerToKey>();
  private readonly waiting: { readonly at: number; readonly begin: () => void }[] = [];

  /** The way of a good client to the service, told here. */
  sendTo(urls: readonly string[]): Send {
    const send = goodClient(urls);
    return async (url, request) => {
      if (request.method === 'POST') this.begin();
      const answer = await send(url, request);
      const key = request.headers['idempotency-key'];
      if (key !== undefined) this.answers.set(key, { status: answer.status, text: answer.text });
      return answer;
    };
  }

  /** When the n-th act begins. */
  reached(at: number): Promise<void> {
    return new Promise((resolve) => this.waiting.push({ at, begin: resolve }));
  }

  private begin(): void {
    this.count += 1;
    for (const { at, begin } of this.waiting) if (at === this.count) begin();
  }
}
