import 'reflect-metadata';
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { execFile, execSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { newId } from '../../src/kernel/id';
import { Settings } from '../../src/platform/config/settings';
import { roundFrom, BEFORE_CALL, bidder, bidRequest, fundingBody } from '../support/round-story';
import { openStage } from '../support/stage';
import { Context } from '../../src/platform/database/context';
import { People } from '../../src/registers/people';
import { BidRepository } from '../../src/stages/bids/bid.repository';
import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../src/platform/record/canonical-json';
const run = promisify(execFile);
jest.setTimeout(300_000);
function cpuOf(pids: number[]): number {
  let t = 0;
  for (const pid of pids) { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8'); const a = f.slice(f.lastIndexOf(')') + 2).split(' '); t += Number(a[11]) + Number(a[12]); } catch {} }
  return t * 10; // ms
}
function pgPids(port: string): number[] {
  const out: number[] = [];
  const all = readdirSync('/proc').filter((x) => /^\d+$/.test(x)).map(Number);
  let master = 0;
  for (const pid of all) { try { const c = readFileSync(`/proc/${pid}/cmdline`, 'utf8'); if (c.includes('postgres') && c.includes(`-p\0${port}\0`)) master = pid; } catch {} }
  for (const pid of all) { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8'); const pp = Number(f.slice(f.lastIndexOf(')') + 2).split(' ')[1]); if (pp === master) out.push(pid); } catch {} }
  return out;
}
it('bench', async () => {
  const stage = await openStage({ startsAt: BEFORE_CALL });
  const port = new URL(stage.get(Settings).DATABASE_URL).port;
  const body = await fundingBody(stage);
  const { lotId } = await roundFrom(stage, body, '03-10', '05-10');
  const one = await bidder(stage);
  await stage.sql(`CREATE TABLE bench_keys (key text primary key, fp bytea, body text)`);
  await stage.sql(`CREATE TABLE bench_bids (id uuid primary key, content bytea, header text, at timestamptz)`);
  await stage.sql(`ALTER TABLE bench_bids ALTER COLUMN content SET STORAGE EXTERNAL`);
  await stage.sql(`CREATE TABLE bench_audit (id uuid primary key, body text, at timestamptz)`);
  await stage.sql(`CREATE TABLE bench_outbox (id uuid primary key, body text)`);
  await stage.sql(`GRANT ALL ON bench_keys, bench_bids, bench_audit, bench_outbox TO yichuang_app`);
  await stage.sql(`CREATE FUNCTION bench_submit(k text, f bytea, i uuid, c bytea, h text, a uuid) RETURNS timestamptz LANGUAGE plpgsql AS $$
    DECLARE t timestamptz; BEGIN
      PERFORM pg_advisory_xact_lock_shared(42);
      IF EXISTS (SELECT FROM bench_keys WHERE key = k) THEN RETURN NULL; END IF;
      t := app_now();
      INSERT INTO bench_bids VALUES (i, c, h, t); INSERT INTO bench_keys VALUES (k, f, h);
      INSERT INTO bench_audit VALUES (a, h, t); INSERT INTO bench_outbox VALUES (a, h);
      RETURN t; END $$`);
  await stage.sql(`CREATE FUNCTION x_submit(i uuid, lot uuid, round uuid, up ltree, party uuid, c bytea, cd text, h text, hd text, rev int, at timestamptz, person uuid, rec jsonb,
     ev uuid, cred uuid, bod text, slt bytea, aud jsonb, tr text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO subject_duties (person_id, subject_id, duty_group) VALUES (person, round, 'bidder') ON CONFLICT DO NOTHING;
      INSERT INTO bids (id, lot_id, round_id, unit_path, party_id, state, version_no, version) VALUES (i, lot, round, up, party, 'submitted', 1, 1);
      INSERT INTO bid_versions (bid_id, no, act, content, content_digest, header, header_digest, revision, received_at, submitted_by, receipt) VALUES (i, 1, 'submission', c, cd, h, hd, rev, at, person, rec);
      INSERT INTO audit_events (id, stream, aggregate_kind, aggregate_id, version, name, move, actor_kind, actor_id, credential_id, on_behalf_of, body, salt, audience, at, trace_id)
        VALUES (ev, round::text, 'bid', i, 1, 'bids.bid-submitted', null, 'person', person, cred, null, bod, slt, aud, app_now(), tr);
      INSERT INTO outbox (event_id, name, targets, trace_id, delivered_at) VALUES (ev, 'bids.bid-submitted', '[]', tr, clock_timestamp());
    END $$`);
  const MODE = process.env.X_MODE ?? 'plain';
  if (MODE !== 'plain') {
    (People.prototype as any).noteDuty = async () => undefined;
    const rec = Context.prototype.record;
    (Context.prototype as any).record = function (e: any) { return e.name === 'bids.bid-submitted' ? undefined : rec.call(this, e); };
    (BidRepository.prototype as any).insert = async (ctx: any, bid: any, v: any) => ctx.manager.query('SELECT x_submit($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)', [bid.id, bid.lotId, bid.roundId, bid.unitPath, bid.partyId, v.content, v.contentDigest, v.header, v.headerDigest, v.revision, v.receivedAt, v.submittedBy, JSON.stringify(v.receipt), newId(), ctx.caller.credentialId, canonicalJson({ lotId: bid.lotId, partyId: bid.partyId, headerDigest: v.headerDigest }), randomBytes(32), JSON.stringify({ partyIds: [bid.partyId] }), ctx.traceId]);
  }
  const pool = new Pool({ connectionString: stage.get(Settings).DATABASE_URL, max: 12 });
  const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const bare = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (p) => parts.push(p));
    req.on('end', async () => {
      const raw = Buffer.concat(parts);
      const { content } = JSON.parse(raw.toString());
      const bytes = Buffer.from(content, 'base64');
      const fp = createHash('sha256').update(raw).digest();
      const id = newId();
      const header = JSON.stringify({ id, digest: createHash('sha256').update(bytes).digest('hex'), suite: 'NONE-1', a: 'x'.repeat(300) });
      const { rows } = await pool.query({ text: 'SELECT bench_submit($1,$2,$3,$4,$5,$6) AS t', values: [req.headers['idempotency-key'], fp, id, bytes, header, newId()] });
      const receipt = JSON.stringify({ id, at: rows[0].t, header });
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ receipt, signature: sign(null, Buffer.from(receipt), key).toString('base64') }));
    });
  });
  await new Promise<void>((r) => bare.listen(0, '127.0.0.1', r));
  const bareUrl = `http://127.0.0.1:${(bare.address() as any).port}/`;
  const out: string[] = [];
  for (const size of [4_000]) {
    const file = `/tmp/bench-body-${size}.json`;
    const content = Buffer.alloc(size, '{"a":"b"}').toString('base64');
    writeFileSync(file, JSON.stringify({ ...bidRequest(one.partyId), content }));
    for (let i = 0; i < 3; i += 1) {
      for (const [name, url] of [['bare', bareUrl], ['ours', `${stage.url}/v1/lots/${lotId}/bids`]]) {
        const pids = pgPids(port);
        const [n0, p0] = [process.cpuUsage(), cpuOf(pids)];
        const { stdout } = await run(process.execPath, ['/tmp/gen.mjs', url!, one.actor.token!, '32', '4', file]);
        const n1 = process.cpuUsage(n0);
        const p1 = cpuOf(pids) - p0;
        const { ok, rps } = JSON.parse(stdout);
        const node = (n1.user + n1.system) / 1000 / ok;
        out.push(`${size} ${name} rps ${rps} node ${node.toFixed(2)} ms/req, postgres ${(p1 / ok).toFixed(2)} ms/req, sum ${(node + p1 / ok).toFixed(2)}`);
      }
    }
  }
  writeFileSync('/tmp/bench-out.txt', out.join('\n') + '\n' + execSync('uptime').toString());
  bare.close();
  await pool.end();
  await stage.close();
});
