import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import {
  boundNameOf,
  MessageCutter,
  nameOf,
  parametersOf,
  textOf,
  type ClientMessage,
} from './postgres-messages';

/** A statement on its way to Postgres. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly (string | null)[];
  /** What went before it in its transaction, oldest first. */
  readonly earlier: readonly SaidBefore[];
  /** Settles when the process has gone, and with it the statement. */
  readonly abandoned: Promise<void>;
}

/** A statement that went before another. */
export type SaidBefore = Pick<Statement, 'text' | 'parameters'>;

/** What becomes of a statement's reply: called when Postgres has answered and the process has not heard it, nor ever will. */
export type AtReply = () => void;

/**
 * Looks at each statement before Postgres does. While it waits, the statement waits; where it gives back a function, the
 * statement goes on and its reply is kept from the process.
 */
export type Watch = (statement: Statement) => Promise<AtReply | undefined> | AtReply | undefined;

/**
 * Stands between one process and Postgres and reads what the process says, so that a fault can hit it at a set point (before
 * a statement, or between its COMMIT and the reply) without a line of the product knowing of it.
 */
export class PostgresProxy {
  /** How many transactions the process has asked to commit. */
  commits = 0;
  private target: URL | null = null;
  private readonly watches = new Set<Watch>();
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (client) => this.join(client));
  }

  static async open(): Promise<PostgresProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new PostgresProxy(server);
  }

  /** The address that leads to a database through here; all must be on one server. */
  through(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    this.target ??= new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Begins to watch; gives back what ends it. */
  watch(watch: Watch): () => void {
    this.watches.add(watch);
    return () => this.watches.delete(watch);
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private join(client: Socket): void {
    const { hostname, port } = this.target!;
    const upstream = connect(Number(port || 5432), hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    new Line(client, upstream, (statement) => this.ask(statement)).run();
  }

  private async ask(statement: Statement): Promise<AtReply | undefined> {
    if (statement.text === 'COMMIT') this.commits += 1;
    for (const watch of this.watches) {
      const atReply = await watch(statement);
      if (atReply !== undefined) return atReply;
    }
    return undefined;
  }
}

/** One connection of a process. Statements may come several at a time; Postgres answers them in their order. */
class Line {
  private readonly said = new MessageCutter();
  private readonly answered = new MessageCutter(false);
  /** By the name under which each was prepared; the nameless one is the last without a name. */
  private readonly prepared = new Map<string, string>();
  private readonly abandoned: Promise<void>;
  private transaction: SaidBefore[] = [];
  private turn: Promise<void> = Promise.resolve();
  private unanswered = 0;
  /** Whether a bound statement waits for its Sync, after which alone it is answered in full. */
  private isBound = false;
  private atReply: AtReply | null = null;

  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    private readonly ask: (statement: Statement) => Promise<AtReply | undefined>,
  ) {
    this.abandoned = new Promise((resolve) => client.once('close', () => resolve()));
  }

  run(): void {
    this.client.on('data', (bytes) => {
      for (const message of this.said.take(bytes)) {
        this.turn = this.turn.then(() => this.pass(message));
      }
    });
    this.upstream.on('data', (bytes) => {
      const replies = this.answered.take(bytes).filter(({ type }) => type === READY);
      this.unanswered -= replies.length;
      if (this.atReply === null) {
        this.client.write(bytes);
      } else if (this.unanswered <= 0) {
        this.atReply();
        this.client.destroy();
      }
    });
  }

  private async pass(message: ClientMessage): Promise<void> {
    // Counted before it is looked at: replies to earlier statements may come meanwhile, and are not those of this one.
    if (message.type === 'Q' || message.type === 'B') this.unanswered += 1;
    if (message.type === 'S' && !this.isBound) this.unanswered += 1;
    if (message.type === 'B' || message.type === 'S') this.isBound = message.type === 'B';
    if (message.type === 'P') this.prepared.set(nameOf(message), textOf(message));
    if (message.type === 'B') {
      await this.look(this.prepared.get(boundNameOf(message)) ?? '', parametersOf(message));
    }
    if (message.type === 'Q') await this.look(textOf(message), []);
    if (!this.upstream.destroyed) this.upstream.write(message.bytes);
  }

  private async look(text: string, parameters: readonly (string | null)[]): Promise<void> {
    if (/^(START TRANSACTION|BEGIN)/.test(text)) this.transaction = [];
    const { abandoned } = this;
    const atReply = await this.ask({ text, parameters, abandoned, earlier: this.transaction });
    this.transaction.push({ text, parameters });
    if (atReply !== undefined) this.atReply = atReply;
  }
}

/** ReadyForQuery: a statement has been answered in full. */
const READY = 'Z';
