import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { sha256Hex } from '../src/platform/crypto/digest';

/**
 * The reference of the bids' figure: node:http and pg, one SQL function that stores the bid, its key, its outbox row and its audit
 * event, and the same Ed25519 receipt. No framework, no access rules, no tenant, no validation beyond parsing: what a bid cannot
 * cost less than. Started as a process of its own: `bare-server.js DATABASE_URL TOKEN...`.
 */
async function main(): Promise<void> {
  const [databaseUrl, ...tokens] = process.argv.slice(2);
  const pool = new Pool({ connectionString: databaseUrl, max: 12 });
  await pool.query(TABLES);
  const known = new Set(tokens.map(sha256Hex));
  const { privateKey } = generateKeyPairSync('ed25519');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      submit(pool, known, privateKey, request, body).then(
        (answer) => send(response, answer),
        () => send(response, { status: 500, body: '' }),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
    process.disconnect();
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function submit(
  pool: Pool,
  known: ReadonlySet<string>,
  privateKey: KeyObject,
  request: IncomingMessage,
  raw: Buffer,
): Promise<Answer> {
  const { authorization, 'idempotency-key': key } = request.headers;
  if (!known.has(sha256Hex(authorization?.slice('Bearer '.length) ?? ''))) {
    return { status: 401, body: '' };
  }
  const { content, partyId } = JSON.parse(raw.toString('utf8')) as Record<string, string>;
  const bytes = Buffer.from(content!, 'base64');
  const bidId = randomUUID();
  const receipt = { bidId, partyId, contentDigest: sha256Hex(bytes), receivedAt: new Date() };
  const signature = sign(null, Buffer.from(JSON.stringify(receipt)), privateKey).toString('base64');
  const body = JSON.stringify({ receipt, signature });
  const { rows } = await pool.query<{ body: string }>({
    name: 'submit',
    text: 'SELECT bare_submit($1, $2, $3, $4, $5, $6) AS body',
    values: [bidId, partyId, bytes, key, sha256Hex(raw), body],
  });
  return { status: 201, body: rows[0]!.body };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

const TABLES = `
  CREATE TABLE bids (
    id uuid PRIMARY KEY, party_id uuid NOT NULL, content bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp());
  ALTER TABLE bids ALTER content SET STORAGE EXTERNAL;
  CREATE TABLE keys (key text PRIMARY KEY, fingerprint text NOT NULL, body text NOT NULL);
  CREATE TABLE audit (id uuid PRIMARY KEY, name text NOT NULL, body jsonb NOT NULL);
  CREATE TABLE outbox (event_id uuid PRIMARY KEY REFERENCES audit, sent_at timestamptz);
  CREATE INDEX ON outbox (event_id) WHERE sent_at IS NULL;
  CREATE FUNCTION bare_submit(bid uuid, party uuid, bytes bytea, idempotency_key text, print text, answer text)
  RETURNS text LANGUAGE plpgsql AS $$
  DECLARE kept keys;
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(1);
    SELECT * INTO kept FROM keys WHERE key = idempotency_key;
    IF FOUND THEN RETURN kept.body; END IF;
    INSERT INTO keys VALUES (idempotency_key, print, answer);
    INSERT INTO bids (id, party_id, content) VALUES (bid, party, bytes);
    INSERT INTO audit VALUES (bid, 'bid-submitted', jsonb_build_object('party', party, 'print', print));
    INSERT INTO outbox (event_id) VALUES (bid);
    RETURN answer;
  END $$`;

void main();
