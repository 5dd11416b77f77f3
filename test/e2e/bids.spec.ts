import { createHash, createPublicKey, verify } from 'node:crypto';
import { newId } from '../../src/kernel/id';
import { canonicalJson } from '../../src/platform/record/canonical-json';
import { application } from '../support/applications';
import { institution } from '../support/registers';
import {
  BEFORE_CALL,
  bidder,
  type Bidder,
  bidRequest,
  closingAt,
  correct,
  fundingBody,
  type FundingBody,
  proposeCorrection,
  replacementRequest,
  roundFrom,
  roundRequest,
  submit,
  unrecorded,
} from '../support/round-story';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

const publicRound = (id: string) => stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);

const closeOn = (day: string) => stage.advanceTo(`2020-${day}T09:00:00+08:00`);

describe('a bid, while the call is open', () => {
  let lotId: string;
  let roundId: string;
  let le: Bidder;
  let other: Bidder;
  const bids = () => `/v1/lots/${lotId}/bids`;

  beforeAll(async () => {
    ({ id: roundId, lotId } = await roundFrom(stage, body, '03-10', '03-20'));
    le = await bidder(stage);
    other = await bidder(stage);
  });

  it('is answered with a receipt that anyone can verify', async () => {
    const request = bidRequest(le.partyId);
    const made = await le.actor.ok.post(bids(), request);
    expect(made).toMatchObject({
      ...{ lotId, roundId, partyId: le.partyId },
      ...{ state: 'submitted', number: null, versionNo: 1, version: 1 },
    });
    const { receipt, signature, keyId } = made.receipt;
    expect(receipt).toMatchObject({
      ...{ bidId: made.id, lotId, partyId: le.partyId, versionNo: 1, suite: 'NONE-1' },
      contentDigest: sha256(Buffer.from(request.content, 'base64')),
      warning: { zh: expect.stringContaining('未加密') },
    });
    const key = await stage.nobody.ok.get('/v1/receipt-key');
    expect(key).toMatchObject({ keyId, algorithm: 'Ed25519' });
    const signed = Buffer.from(canonicalJson(receipt));
    const publicKey = createPublicKey(key.publicKey);
    expect(verify(null, signed, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    const again = await le.actor.ok.get(`/v1/bids/${made.id}/receipt`);
    expect(again).toEqual(made.receipt);
  });

  it('shows its own party what it has sent, not what it says, and nobody else anything', async () => {
    const { id } = await submit(le, lotId);
    const seen = await le.actor.ok.get(`/v1/bids/${id}`);
    expect(seen).toMatchObject({ id, revision: 1, application: null, requested: null, checks: [] });
    expect((await le.actor.ok.all(`/v1/bids?lotId=${lotId}`)).map((bid) => bid.id)).toContain(id);
    for (const actor of [other.actor, body.organizer, body.approver, body.supervisor]) {
      await expectRefusal(actor.get(`/v1/bids/${id}`), 404, 'ACCESS.NOT_FOUND');
      const listed = await actor.ok.all(`/v1/bids?lotId=${lotId}`);
      expect(listed.map((bid) => bid.id)).not.toContain(id);
    }
    await expectRefusal(other.actor.get(`/v1/bids/${id}/receipt`), 404, 'ACCESS.NOT_FOUND');
    const receipt = body.organizer.get(`/v1/bids/${id}/receipt`);
    await expectRefusal(receipt, 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(stage.admin.get(`/v1/bids/${id}`), 403, 'ACCESS.DUTY_MISSING');
  });

  it('is refused for another’s party, an absent lot, by other duties, signed out, and without a key', async () => {
    const request = bidRequest(le.partyId);
    await expectRefusal(other.actor.post(bids(), request), 404, 'ACCESS.NOT_FOUND');
    const absent = le.actor.post(`/v1/lots/${newId()}/bids`, request);
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(body.organizer.post(bids(), request), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(stage.nobody.post(bids(), request), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const keyless = le.actor.post(bids(), request, { key: null });
    await expectRefusal(keyless, 400, 'HTTP.KEY_REQUIRED');
  });

  it('is one bid under one key, and refused under a key used for another', async () => {
    const request = bidRequest(other.partyId);
    const first = await other.actor.post(bids(), request, { key: 'one-key-one-bid' });
    const again = await other.actor.post(bids(), request, { key: 'one-key-one-bid' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await other.actor.ok.all(`/v1/bids?lotId=${lotId}`)).toHaveLength(1);
    const different = bidRequest(other.partyId, application({ title: '另一个项目' }));
    const reused = other.actor.post(bids(), different, { key: 'one-key-one-bid' });
    await expectRefusal(reused, 422, 'HTTP.KEY_REUSED');
  });

  it.each([
    [409, 'BIDS.REVISION_OUTDATED', { revision: 2 }],
    [422, 'BIDS.CONTENT_NOT_BASE64', { content: 'e30' }],
    [422, 'BIDS.CONTENT_SIZE', { content: 'eA==' }],
    [400, 'REQUEST.INVALID', { content: '' }],
    [400, 'REQUEST.INVALID', { content: 'A'.repeat(232_112) }],
    [400, 'REQUEST.INVALID', { revision: '1' }],
    [400, 'REQUEST.INVALID', { receivedAt: '2020-03-10T00:00:00+08:00' }],
    [413, 'HTTP.TOO_LARGE', { content: 'A'.repeat(262_144) }],
  ])('is refused with %i %s', async (status, code, changes) => {
    const request = { ...bidRequest(le.partyId), ...changes };
    const before = await stage.sql(`SELECT count(*) FROM bid_versions`);
    await expectRefusal(le.actor.post(bids(), request), status, code);
    expect(await stage.sql(`SELECT count(*) FROM bid_versions`)).toEqual(before);
  });

  it('may be tried beforehand: told what is wrong with it, and kept nowhere', async () => {
    const before = await stage.sql(`SELECT count(*) FROM bid_versions`);
    const path = `/v1/lots/${lotId}/application-check`;
    const check = (changes: object) =>
      le.actor.ok.post(path, replaced(application(changes)), { key: null, locale: 'en' });
    expect(await check({})).toEqual({
      faults: [],
      budget: { amount: '200000.00', currency: 'CNY' },
      ownFunds: { amount: '100000.00', currency: 'CNY' },
      requested: { amount: '100000.00', currency: 'CNY' },
      refusal: null,
    });
    const greedy = await check({ ownFunds: '0.00', activities: [] });
    expect(greedy).toMatchObject({
      faults: [{ pointer: '/activities', rule: 'items' }],
      requested: null,
      refusal: { code: 'GRANT.ABOVE_SHARE', text: expect.stringMatching(/[a-z]/) },
    });
    expect(await check({ title: '' })).toMatchObject({ budget: null, requested: null });
    expect(await stage.sql(`SELECT count(*) FROM bid_versions`)).toEqual(before);
    const content = replaced('{}');
    const byOrganizer = body.organizer.post(path, content, { key: null });
    await expectRefusal(byOrganizer, 403, 'ACCESS.DUTY_MISSING');
    const absent = le.actor.post(`/v1/lots/${newId()}/application-check`, content);
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    const draft = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
    const early = le.actor.post(`/v1/lots/${draft.lots[0].id}/application-check`, content);
    await expectRefusal(early, 404, 'ACCESS.NOT_FOUND');
    const broken = le.actor.post(path, { content: '!' });
    await expectRefusal(broken, 422, 'BIDS.CONTENT_NOT_BASE64');
  });
  const replaced = (content: unknown) => ({ content: bidRequest('', content).content });

  it('is taken up to 170 KB, whatever its bytes are', async () => {
    const content = Buffer.alloc(170 * 1024, 0xff).toString('base64');
    const { receipt } = await le.actor.ok.post(bids(), { ...bidRequest(le.partyId), content });
    expect(receipt.receipt.contentDigest).toBe(sha256(Buffer.alloc(170 * 1024, 0xff)));
  });

  it('is refused from who organizes the round, and who has bid organizes nothing in it', async () => {
    const mixed = await stage.person('又办又投', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const { id: partyId } = await mixed.ok.post('/v1/parties', institution());
    await submit({ actor: mixed, partyId }, lotId);
    const later = closingAt('2020-03-21T00:00:00+08:00');
    const { id } = await proposeCorrection(body, roundId, later);
    const path = `/v1/corrections/${id}`;
    for (const [act, request] of [['approval'], ['refusal', { reason: '不必' }]] as const) {
      const call = mixed.post(`${path}/${act}`, request, { ifMatch: 1 });
      await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
    }
    await body.approver.ok.post(`${path}/refusal`, { reason: '不必' }, { ifMatch: 1 });

    const { id: ofApprover } = await body.approver.ok.post('/v1/parties', institution());
    const bid = body.approver.post(bids(), bidRequest(ofApprover));
    await expectRefusal(bid, 409, 'PEOPLE.DUTIES_CONFLICT');
  });

  it('is replaced: the last version counts, the first is kept, each has its receipt', async () => {
    const bid = await submit(le, lotId);
    const path = `/v1/bids/${bid.id}/replacement`;
    const request = replacementRequest(application({ title: '改进版' }));
    const replaced = await le.actor.ok.post(path, request, { ifMatch: 1 });
    expect(replaced).toMatchObject({ id: bid.id, versionNo: 2, version: 2, state: 'submitted' });
    expect(replaced.receipt.receipt).toMatchObject({ versionNo: 2, act: 'replacement' });
    const versions = await stage.sql(
      `SELECT no, content_digest, header::jsonb->>'supersedes' AS supersedes, header_digest
       FROM bid_versions WHERE bid_id = $1 ORDER BY no`,
      [bid.id],
    );
    expect(versions).toMatchObject([
      { no: 1, content_digest: bid.receipt.receipt.contentDigest, supersedes: null },
      { no: 2, supersedes: bid.receipt.receipt.headerDigest },
    ]);
  });

  it('is replaced neither by others, nor on an older sight of it, nor without saying which', async () => {
    const bid = await submit(le, lotId);
    const path = `/v1/bids/${bid.id}/replacement`;
    const request = replacementRequest();
    const refused = [
      [other.actor.post(path, request, { ifMatch: 1 }), 404, 'ACCESS.NOT_FOUND'],
      [le.actor.post(path, request, { ifMatch: 2 }), 412, 'HTTP.STALE'],
      [le.actor.post(path, request), 428, 'HTTP.MATCH_REQUIRED'],
      [body.organizer.post(path, request, { ifMatch: 1 }), 403, 'ACCESS.DUTY_MISSING'],
      [
        le.actor.post(path, { ...request, revision: 9 }, { ifMatch: 1 }),
        409,
        'BIDS.REVISION_OUTDATED',
      ],
      [
        le.actor.post(path, { ...request, content: '!' }, { ifMatch: 1 }),
        422,
        'BIDS.CONTENT_NOT_BASE64',
      ],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);
    const seen = await le.actor.ok.get(`/v1/bids/${bid.id}`);
    expect(seen).toMatchObject({ versionNo: 1, version: 1 });
  });

  it('is withdrawn by its party alone, with a receipt, and stays so', async () => {
    const bid = await submit(le, lotId);
    const path = `/v1/bids/${bid.id}/withdrawal`;
    const byOther = other.actor.post(path, undefined, { ifMatch: 1 });
    await expectRefusal(byOther, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(le.actor.post(path), 428, 'HTTP.MATCH_REQUIRED');
    const gone = await le.actor.ok.post(path, undefined, { ifMatch: 1 });
    expect(gone).toMatchObject({ state: 'withdrawn', versionNo: 2, version: 2 });
    expect(gone.receipt.receipt).toMatchObject({ act: 'withdrawal', contentDigest: null });
    const again = le.actor.post(path, undefined, { ifMatch: 2 });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    const request = replacementRequest();
    const back = le.actor.post(`/v1/bids/${bid.id}/replacement`, request, { ifMatch: 2 });
    await expectRefusal(back, 409, 'STATE.OUT_OF_ORDER');
  });

  it('names the revision in force after an extension; what came before it stands', async () => {
    const before = await submit(other, lotId);
    await correct(body, roundId, closingAt('2020-03-25T00:00:00+08:00'));
    const outdated = other.actor.post(bids(), bidRequest(other.partyId));
    const answer = await expectRefusal(outdated, 409, 'BIDS.REVISION_OUTDATED');
    expect(answer.body.facts).toEqual({ named: 1, current: 2 });
    await submit(other, lotId, application(), 2);
    await closeOn('03-26');
    const late = other.actor.post(bids(), bidRequest(other.partyId, application(), 2));
    await expectRefusal(late, 409, 'BIDS.DEADLINE_PASSED');
    const tooLate = other.actor.post(`/v1/bids/${before.id}/withdrawal`, undefined, { ifMatch: 1 });
    await expectRefusal(tooLate, 409, 'BIDS.DEADLINE_PASSED');
    const counted = await stage.sql(
      `SELECT id FROM bids WHERE lot_id = $1 AND state = 'submitted'`,
      [lotId],
    );
    expect((await publicRound(roundId)).lots[0].bidCount).toBe(counted.length);
    expect(counted).toContainEqual({ id: before.id });
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });

  it('tells nobody of a bid before its opening but its party', async () => {
    const leaks = await stage.sql(
      `SELECT name, audience FROM audit_events
       WHERE name IN ('bids.bid-submitted', 'bids.bid-replaced', 'bids.bid-withdrawn', 'bids.bid-lapsed')
         AND (audience ? 'public' OR audience ? 'unitPaths')`,
    );
    expect(leaks).toEqual([]);
    await stage.sequenced();
    const feed = (await body.organizer.ok.get('/v1/events?limit=200')).items as { name: string }[];
    const names = feed.map(({ name }) => name);
    expect(names).not.toContain('bids.bid-submitted');
    expect(names).toContain('rounds.lot-closed');
  });
});
