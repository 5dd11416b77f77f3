/** One message of a client, whole. */
export interface ClientMessage {
  /** Its letter; empty for the first of a connection, which has none. */
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Cuts the bytes of one side into the messages of Postgres' protocol 3.0, however they come in. A client's first message has
 * no letter; a server's have one from the beginning.
 */
export class MessageCutter {
  private rest = Buffer.alloc(0);

  constructor(private isFirst = true) {}

  /** Takes bytes, and gives the messages that are whole by now. */
  take(bytes: Buffer): ClientMessage[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const messages: ClientMessage[] = [];
    for (;;) {
      const head = this.isFirst ? 0 : 1;
      if (this.rest.length < head + 4) return messages;
      const end = head + this.rest.readInt32BE(head);
      if (this.rest.length < end) return messages;
      const type = this.isFirst ? '' : String.fromCharCode(this.rest[0]!);
      messages.push({ type, bytes: this.rest.subarray(0, end) });
      this.rest = this.rest.subarray(end);
      this.isFirst = false;
    }
  }
}

/** The text of a Query or Parse message. */
export function textOf({ type, bytes }: ClientMessage): string {
  const start = type === 'Q' ? 5 : bytes.indexOf(0, 5) + 1;
  return bytes.toString('utf8', start, bytes.indexOf(0, start));
}

/** The name under which a Parse message prepares; empty for the nameless statement. */
export function nameOf({ bytes }: ClientMessage): string {
  return bytes.toString('utf8', 5, bytes.indexOf(0, 5));
}

/** The name of the prepared statement that a Bind message is for. */
export function boundNameOf({ bytes }: ClientMessage): string {
  const start = bytes.indexOf(0, 5) + 1;
  return bytes.toString('utf8', start, bytes.indexOf(0, start));
}

/** The parameters of a Bind message as text; null where one is NULL. */
export function parametersOf({ bytes }: ClientMessage): (string | null)[] {
  let at = bytes.indexOf(0, bytes.indexOf(0, 5) + 1) + 1;
  at += 2 + 2 * bytes.readInt16BE(at);
  const count = bytes.readInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length === -1) return null;
    at += length;
    return bytes.toString('utf8', at - length, at);
  });
}
