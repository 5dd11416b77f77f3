import 'reflect-metadata';
import { Client } from 'pg';
import { toInstant } from '../../src/kernel/instant';
import { Settings } from '../../src/platform/config/settings';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  type Bidder,
  bidRequest,
  closingAt,
  fundingBody,
  type FundingBody,
  proposeCorrection,
  submit,
} from '../support/round-story';
import { openStage, type Answer, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;
let one: Bidder;
/** A connection of its own, to stand at the gate. */
let gatekeeper: Client;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
  one = await bidder(stage);
  gatekeeper = new Client({ connectionString: stage.get(Settings).DATABASE_URL });
  await gatekeeper.connect();
});
afterAll(async () => {
  await gatekeeper.end();
  await stage.close();
});

/** A lot that is open now and closes at a moment of this year. */
async function lotClosing(opens: string, closes: string): Promise<string> {
  const { lots } = await approvedRound(body, ({ timetable }) => {
    timetable.callOpensAt = opens;
    timetable.callClosesAt = closes;
  });
  await stage.advanceTo(opens);
  return lots[0].id as string;
}

const lotRow = async (lotId: string) =>
  (await stage.sql(`SELECT state, bid_count, closes_at FROM lots WHERE id = $1`, [lotId]))[0];
const GATE = `hashtextextended('lot/' || $1, 0)`;

describe('the deadline', () => {
  it('separates to the millisecond what is in time from what is late, and loses nothing', async () => {
    const closes = '2020-03-10T09:00:04+08:00';
    const lotId = await lotClosing('2020-03-10T09:00:00+08:00', closes);
    const closesAt = toInstant(closes);
    const answers: Answer[] = [];
    const race = async () => {
      for (;;) {
        const answer = await one.actor.post(`/v1/lots/${lotId}/bids`, bidRequest(one.partyId));
        answers.push(answer);
        if (answer.status !== 201) return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, race));
    await stage.settled();

    const taken = answers.filter(({ status }) => status === 201);
    const late = answers.filter(({ status }) => status !== 201);
    expect(late).toHaveLength(8);
    for (const { body: problem } of late) {
      expect(problem.code).toBe('BIDS.DEADLINE_PASSED');
      expect(toInstant(problem.facts.receivedAt) >= closesAt).toBe(true);
    }
    for (const { body: bid } of taken) {
      expect(toInstant(bid.receipt.receipt.receivedAt) < closesAt).toBe(true);
    }
    expect(await lotRow(lotId)).toMatchObject({ state: 'closed', bid_count: taken.length });
    const [{ lateRows }] = await stage.sql(
      `SELECT count(*)::int AS "lateRows" FROM bid_versions WHERE received_at >= $1`,
      [closesAt],
    );
    expect(lateRows).toBe(0);
    expect(taken.length).toBeGreaterThan(20);
  });

  it('lets in a bid that had entered before the lot closed: closing waits for it', async () => {
    const lotId = await lotClosing('2020-03-11T09:00:00+08:00', '2020-03-11T09:00:02+08:00');
    await submit(one, lotId);
    // Stands for a bidder whose transaction is under way: it holds its share of the gate.
    await gatekeeper.query('BEGIN');
    await gatekeeper.query(`SELECT pg_advisory_xact_lock_shared(${GATE})`, [lotId]);
    await waitUntil(async () => {
      const waiting = await stage.sql(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND NOT granted`,
      );
      return waiting.length > 0;
    });
    expect(await lotRow(lotId)).toMatchObject({ state: 'open', bid_count: null });
    await gatekeeper.query('COMMIT');
    await stage.settled();
    expect(await lotRow(lotId)).toMatchObject({ state: 'closed', bid_count: 1 });
  });

  it('refuses a bid that waited at the gate until it was too late', async () => {
    const lotId = await lotClosing('2020-03-12T09:00:00+08:00', '2020-03-12T09:00:02+08:00');
    // Stands for whoever closes: the gate is shut.
    await gatekeeper.query('BEGIN');
    await gatekeeper.query(`SELECT pg_advisory_xact_lock(${GATE})`, [lotId]);
    const sent = one.actor.post(`/v1/lots/${lotId}/bids`, bidRequest(one.partyId));
    await waitUntil(async () => {
      const [row] = await stage.sql(
        `SELECT app_now() >= closes_at AS over FROM lots WHERE id = $1`,
        [lotId],
      );
      return row.over as boolean;
    });
    await gatekeeper.query('COMMIT');
    const { status, body: problem } = await sent;
    expect([status, problem.code]).toEqual([409, 'BIDS.DEADLINE_PASSED']);
    await stage.settled();
    expect((await lotRow(lotId)).bid_count).toBe(0);
  });

  it('gives the receipt again after the close when a key that was answered before comes back', async () => {
    const lotId = await lotClosing('2020-03-13T09:00:00+08:00', '2020-03-13T12:00:00+08:00');
    const path = `/v1/lots/${lotId}/bids`;
    const request = bidRequest(one.partyId);
    const first = await one.actor.post(path, request, { key: 'acked-in-time' });
    await stage.advanceTo('2020-03-13T13:00:00+08:00');
    const again = await one.actor.post(path, request, { key: 'acked-in-time' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = await one.actor.post(path, request, { key: 'never-acked' });
    expect(other.body.code).toBe('BIDS.DEADLINE_PASSED');
    expect((await lotRow(lotId)).bid_count).toBe(1);
  });

  it('is moved, or has passed: an extension that races the close is the one or the other', async () => {
    for (let day = 16; day < 19; day += 1) {
      const closes = `2020-03-${day}T09:00:02+08:00`;
      const lotId = await lotClosing(`2020-03-${day}T09:00:00+08:00`, closes);
      const [{ round_id: roundId }] = await stage.sql(`SELECT round_id FROM lots WHERE id = $1`, [
        lotId,
      ]);
      const later = `2020-03-${day}T18:00:00+08:00`;
      const { id, version } = await proposeCorrection(body, roundId, closingAt(later));
      await waitUntil(async () => {
        const [row] = await stage.sql(
          `SELECT app_now() >= $1::timestamptz - interval '20 milliseconds' AS near`,
          [closes],
        );
        return row.near as boolean;
      });
      const path = `/v1/corrections/${id}/approval`;
      const extension = await body.approver.post(path, undefined, { ifMatch: version });
      await stage.settled();
      const lot = await lotRow(lotId);
      if (extension.status === 201) {
        expect(lot).toMatchObject({ state: 'open', closes_at: toInstant(later) });
      } else {
        expect(extension.body.code).toBe('ROUNDS.CALL_CLOSED');
        expect(lot).toMatchObject({ state: 'failed', closes_at: toInstant(closes) });
      }
    }
  });
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
