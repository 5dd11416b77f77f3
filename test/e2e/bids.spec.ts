import { createHash, createPublicKey, verify } from 'node:crypto';
import { newId } from '../../src/kernel/id';
import { canonicalJson } from '../../src/platform/record/canonical-json';
import { application } from '../support/applications';
import { institution } from '../support/registers';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  fundingBody,
  judgeAll,
  open,
  submit,
  type Bidder,
  type FundingBody,
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

/** A round of its own whose call opens and closes on these days of 2020. */
async function roundFrom(opens: string, closes: string): Promise<{ id: string; lotId: string }> {
  const { id, lots } = await approvedRound(body, ({ timetable }) => {
    timetable.callOpensAt = `2020-${opens}T00:00:00+08:00`;
    timetable.callClosesAt = `2020-${closes}T00:00:00+08:00`;
  });
  await stage.advanceTo(`2020-${opens}T09:00:00+08:00`);
  return { id, lotId: lots[0].id };
}

const closeOn = (day: string) => stage.advanceTo(`2020-${day}T09:00:00+08:00`);

describe('a bid, while the call is open', () => {
  let lotId: string;
  let roundId: string;
  let le: Bidder;
  let other: Bidder;
  const bids = () => `/v1/lots/${lotId}/bids`;

  beforeAll(async () => {
    ({ id: roundId, lotId } = await roundFrom('03-10', '03-20'));
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
    const { version } = await mixed.ok.get(`/v1/rounds/${roundId}`);
    const path = `/v1/rounds/${roundId}/extension`;
    const later = { callClosesAt: '2020-03-21T00:00:00+08:00', reason: '延期' };
    const call = mixed.post(path, later, { ifMatch: version });
    await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');

    const { id: ofApprover } = await body.approver.ok.post('/v1/parties', institution());
    const bid = body.approver.post(bids(), bidRequest(ofApprover));
    await expectRefusal(bid, 409, 'PEOPLE.DUTIES_CONFLICT');
  });

  it('is replaced: the last version counts, the first is kept, each has its receipt', async () => {
    const bid = await submit(le, lotId);
    const path = `/v1/bids/${bid.id}/replacement`;
    const { partyId: _, ...request } = bidRequest(le.partyId, application({ title: '改进版' }));
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
    const { partyId: _, ...request } = bidRequest(le.partyId);
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
    const { partyId: _, ...request } = bidRequest(le.partyId);
    const back = le.actor.post(`/v1/bids/${bid.id}/replacement`, request, { ifMatch: 2 });
    await expectRefusal(back, 409, 'STATE.OUT_OF_ORDER');
  });

  it('names the revision in force after an extension; what came before it stands', async () => {
    const before = await submit(other, lotId);
    const { version } = await body.approver.ok.get(`/v1/rounds/${roundId}`);
    await body.approver.ok.post(
      `/v1/rounds/${roundId}/extension`,
      { callClosesAt: '2020-03-25T00:00:00+08:00', reason: '应申报机构要求' },
      { ifMatch: version },
    );
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

describe('the opening', () => {
  let lotId: string;
  let roundId: string;
  let first: Bidder;
  let second: Bidder;
  let sent: any[];
  const opening = () => `/v1/lots/${lotId}/opening`;
  const confirmation = () => `${opening()}/confirmation`;

  beforeAll(async () => {
    ({ id: roundId, lotId } = await roundFrom('04-01', '04-10'));
    first = await bidder(stage);
    second = await bidder(stage);
    sent = [await submit(first, lotId), await submit(second, lotId, 'not an application')];
    const withdrawn = await submit(first, lotId);
    await first.actor.ok.post(`/v1/bids/${withdrawn.id}/withdrawal`, undefined, { ifMatch: 1 });
  });

  it('is refused before the close, by every officer', async () => {
    await expectRefusal(body.organizer.post(opening()), 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(body.organizer.get(opening()), 404, 'ACCESS.NOT_FOUND');
    const early = body.approver.post(confirmation(), undefined, { ifMatch: 1 });
    await expectRefusal(early, 404, 'ACCESS.NOT_FOUND');
    const qualification = body.organizer.get(`/v1/lots/${lotId}/qualification`);
    await expectRefusal(qualification, 404, 'ACCESS.NOT_FOUND');
  });

  it('waits for an officer to ask for it once the call has closed', async () => {
    await closeOn('04-11');
    const kinds = (await body.organizer.ok.all('/v1/tasks')).filter(
      ({ subject }) => subject.id === lotId,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['bids.open']);
    const [lot] = (await publicRound(roundId)).lots;
    expect(lot).toMatchObject({ state: 'closed', bidCount: 2 });
    expect(await body.organizer.ok.all(`/v1/bids?lotId=${lotId}`)).toEqual([]);
  });

  it('is asked for by an organizer of the round, once', async () => {
    await expectRefusal(first.actor.post(opening()), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(body.approver.post(opening()), 403, 'ACCESS.DUTY_MISSING');
    const streetId = await stage.unit(stage.cityId, 'street', 'dongtu', '东图街道');
    const elsewhere = await fundingBody(stage, streetId);
    await expectRefusal(elsewhere.organizer.post(opening()), 404, 'ACCESS.NOT_FOUND');
    const asked = await body.organizer.ok.post(opening());
    expect(asked).toMatchObject({ state: 'requested', record: null, version: 1 });
    expect(await body.supervisor.ok.get(opening())).toEqual(asked);
    const again = body.otherOrganizer.post(opening());
    await expectRefusal(again, 409, 'BIDS.OPENING_REQUESTED');
    await expectRefusal(elsewhere.organizer.get(opening()), 404, 'ACCESS.NOT_FOUND');
    const foreign = elsewhere.approver.post(confirmation(), undefined, { ifMatch: 1 });
    await expectRefusal(foreign, 404, 'ACCESS.NOT_FOUND');
  });

  it('is confirmed by another person, who has to have seen it', async () => {
    const same = body.organizer.post(confirmation(), undefined, { ifMatch: 1 });
    await expectRefusal(same, 409, 'BIDS.SAME_PERSON');
    const byBidder = first.actor.post(confirmation(), undefined, { ifMatch: 1 });
    await expectRefusal(byBidder, 403, 'ACCESS.DUTY_MISSING');
    const stale = body.supervisor.post(confirmation(), undefined, { ifMatch: 3 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    await expectRefusal(body.supervisor.post(confirmation()), 428, 'HTTP.MATCH_REQUIRED');

    const held = await body.supervisor.ok.post(confirmation(), undefined, { ifMatch: 1 });
    expect(held).toMatchObject({
      state: 'held',
      requestedBy: body.organizer.personId,
      confirmedBy: body.supervisor.personId,
      version: 2,
    });
    const [lot] = (await publicRound(roundId)).lots;
    expect(held.record).toMatchObject({ lotId, count: 2, root: lot.bidsRoot });
    expect(held.digest).toBe(sha256(canonicalJson(held.record)));
    expect(held.record.bids).toMatchObject(
      sent.map(({ id, partyId, receipt: { receipt } }, n) => ({
        bidId: id,
        partyId,
        number: expect.stringMatching(new RegExp(`-000${n + 1}$`)),
        versionNo: 1,
        receivedAt: receipt.receivedAt,
        contentDigest: receipt.contentDigest,
        headerDigest: receipt.headerDigest,
        outcome: 'opened',
        cause: null,
      })),
    );
    const again = body.approver.post(confirmation(), undefined, { ifMatch: 2 });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
  });

  it('is published as its record stands', async () => {
    const notices = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=opening&roundId=${roundId}`,
    );
    expect(notices).toHaveLength(1);
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${notices[0].id}`);
    expect(content).toEqual((await body.organizer.ok.get(opening())).record);
  });

  it('lets the officials read what was opened, and each bidder their own', async () => {
    const [{ id }] = sent;
    for (const actor of [body.organizer, body.approver, body.supervisor, first.actor]) {
      expect(await actor.ok.get(`/v1/bids/${id}`)).toMatchObject({
        application: application(),
        budget: { amount: '200000.00', currency: 'CNY' },
        ownFunds: { amount: '100000.00' },
        requested: { amount: '100000.00' },
        faults: [],
      });
    }
    await expectRefusal(second.actor.get(`/v1/bids/${id}`), 404, 'ACCESS.NOT_FOUND');
    expect(await body.supervisor.ok.all(`/v1/bids?lotId=${lotId}`)).toHaveLength(2);
    const ofFirst = await first.actor.ok.all(`/v1/bids?lotId=${lotId}`);
    expect(ofFirst.map(({ state }) => state).sort()).toEqual(['opened', 'withdrawn']);
    const broken = await body.organizer.ok.get(`/v1/bids/${sent[1].id}`);
    expect(broken).toMatchObject({ application: null, requested: null });
    expect(broken.faults).toEqual([{ pointer: '', rule: 'unreadable', facts: {} }]);
  });
});

describe('an opening of what is not what was counted', () => {
  const tamper = async (statement: string, parameters: unknown[]) => {
    await stage.sql('ALTER TABLE bid_versions DISABLE TRIGGER USER');
    await stage.sql(statement, parameters);
    await stage.sql('ALTER TABLE bid_versions ENABLE TRIGGER USER');
  };

  it('names the bid whose bytes were changed, and opens the others', async () => {
    const { lotId, id: roundId } = await roundFrom('04-12', '04-14');
    const [one, two] = [await bidder(stage), await bidder(stage)];
    const [bad, good] = [await submit(one, lotId), await submit(two, lotId)];
    await closeOn('04-15');
    await tamper(
      `UPDATE bid_versions SET content = set_byte(content, 5, (get_byte(content, 5) # 1)) WHERE bid_id = $1`,
      [bad.id],
    );
    const { record } = await open(body, lotId);
    expect(record.bids).toMatchObject([
      { bidId: bad.id, outcome: 'unopenable', cause: 'system' },
      { bidId: good.id, outcome: 'opened', cause: null },
    ]);
    expect(await one.actor.ok.get(`/v1/bids/${bad.id}`)).toMatchObject({
      state: 'unopenable',
      application: null,
    });
    const mails = await stage.sql(`SELECT template FROM messages WHERE subject_id = $1`, [bad.id]);
    expect(mails).toEqual([{ template: 'bids.unopenable' }]);
    await stage.settled();
    await judgeAll(body, lotId);
    await stage.settled();
    expect((await publicRound(roundId)).lots[0].state).toBe('qualified');
  });

  it.each([
    [
      'a header was changed',
      `UPDATE bid_versions SET header_digest = repeat('0', 64) WHERE bid_id = $1`,
    ],
    ['a bid is gone', `UPDATE bids SET state = 'withdrawn' WHERE id = $1`],
  ])('is refused when %s', async (_, statement) => {
    const days = statement.includes('header')
      ? ['04-16', '04-18', '04-19']
      : ['04-20', '04-22', '04-23'];
    const { lotId } = await roundFrom(days[0]!, days[1]!);
    const bid = await submit(await bidder(stage), lotId);
    await submit(await bidder(stage), lotId);
    await closeOn(days[2]!);
    await tamper(statement, [bid.id]);
    const { version } = await body.organizer.ok.post(`/v1/lots/${lotId}/opening`);
    const call = body.approver.post(`/v1/lots/${lotId}/opening/confirmation`, undefined, {
      ifMatch: version,
    });
    await expectRefusal(call, 409, 'BIDS.CLOSING_BROKEN');
    expect(await stage.sql(`SELECT 1 FROM applications WHERE bid_id = $1`, [bid.id])).toEqual([]);
  });
});

describe('the qualification check', () => {
  let lotId: string;
  let roundId: string;
  let sound: any;
  let unsuitable: any;
  const failing: Record<string, any> = {};
  const stateOf = async (id: string) => (await body.organizer.ok.get(`/v1/bids/${id}`)).state;
  const check = (id: string) => `/v1/bids/${id}/checks`;
  const verdict = { code: 'public-interest', verdict: 'pass', reason: '服务免费' };
  let three: Bidder;

  beforeAll(async () => {
    ({ id: roundId, lotId } = await roundFrom('05-06', '05-16'));
    sound = await submit(await bidder(stage), lotId);
    unsuitable = await submit(await bidder(stage), lotId);
    failing['registered-for'] = await submit(
      await bidder(stage, { registeredOn: '2019-05-16' }),
      lotId,
    );
    failing['form-complete'] = await submit(
      await bidder(stage),
      lotId,
      application({ activities: [] }),
    );
    failing['amount-within-rule'] = await submit(
      await bidder(stage),
      lotId,
      application({ ownFunds: '0.00' }),
    );
    failing['readable'] = await submit(await bidder(stage), lotId, '{}');
    const sanctioned = await bidder(stage);
    await body.approver.ok.post(`/v1/parties/${sanctioned.partyId}/sanctions`, {
      code: 'breach-of-contract',
      reason: '未按合同实施',
      from: '2020-01-01',
      until: '2020-12-31',
    });
    failing['not-sanctioned'] = await submit(sanctioned, lotId);
    const team = await stage.person('备案小组');
    const { id: partyId } = await team.ok.post('/v1/parties', {
      kind: 'team',
      name: '厦滘互助小组',
    });
    failing['credit-code-valid'] = await submit({ actor: team, partyId }, lotId);
    three = await bidder(stage);
    for (let n = 0; n < 2; n += 1) await submit(three, lotId);
    failing['bids-per-organization'] = await submit(three, lotId);
    await closeOn('05-17');
    await stage.terminate('round', roundId);
    await open(body, lotId);
    await stage.settled();
  });

  it('puts out by rule what fails one, with what was compared', async () => {
    for (const [code, { id, partyId }] of Object.entries(failing)) {
      const seen = await body.organizer.ok.get(`/v1/bids/${id}`);
      expect({ code, state: seen.state }).toEqual({ code, state: 'disqualified' });
      const failed = seen.checks.filter((one: any) => one.verdict === 'fail');
      expect(failed.map((one: any) => one.code)).toContain(code);
      expect(seen).toMatchObject({ partyId });
    }
    const [mail] = await stage.sql(`SELECT template, facts FROM messages WHERE subject_id = $1`, [
      failing['registered-for'].id,
    ]);
    expect(mail).toMatchObject({
      template: 'bids.disqualified',
      facts: { checks: 'registered-for' },
    });
  });

  it('leaves to a person what no rule can decide, and tells who has to', async () => {
    expect(await stateOf(sound.id)).toBe('opened');
    const page = await body.supervisor.ok.get(`/v1/lots/${lotId}/qualification`);
    const line = page.items.find(({ id }: any) => id === sound.id);
    expect(line.open).toEqual(['public-interest']);
    expect(line.checks).toHaveLength(7);
    expect(page.planned.at(-1)).toMatchObject({ code: 'public-interest', kind: 'judged' });
    const tasks = (await body.organizer.ok.all('/v1/tasks')).filter(
      ({ subject }) => subject.id === lotId,
    );
    expect(tasks.map(({ kind }) => kind)).toEqual(['bids.judge']);
    const first = await body.organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=3`);
    const rest = await body.organizer.ok.get(
      `/v1/lots/${lotId}/qualification?cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...rest.items]).toEqual(page.items);
  });

  it('is decided by an organizer of the round, with a reason, once', async () => {
    const path = check(sound.id);
    const { version } = await body.organizer.ok.get(`/v1/bids/${sound.id}`);
    const ifMatch = version;
    const refused = [
      [three.actor.post(path, verdict, { ifMatch }), 403, 'ACCESS.DUTY_MISSING'],
      [body.supervisor.post(path, verdict, { ifMatch }), 403, 'ACCESS.DUTY_MISSING'],
      [body.organizer.post(check(newId()), verdict, { ifMatch }), 404, 'ACCESS.NOT_FOUND'],
      [
        body.organizer.post(path, { ...verdict, code: 'form-complete' }, { ifMatch }),
        422,
        'BIDS.CHECK_UNKNOWN',
      ],
      [
        body.organizer.post(path, { ...verdict, reason: undefined }, { ifMatch }),
        400,
        'REQUEST.INVALID',
      ],
      [body.organizer.post(path, verdict, { ifMatch: 1 }), 412, 'HTTP.STALE'],
      [body.organizer.post(path, verdict), 428, 'HTTP.MATCH_REQUIRED'],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);
    const judged = await body.organizer.ok.post(path, verdict, { ifMatch });
    expect(judged.checks.at(-1)).toMatchObject(verdict);
    await stage.settled();
    expect(await stateOf(sound.id)).toBe('qualified');
    const now = (await body.organizer.ok.get(`/v1/bids/${sound.id}`)).version;
    const again = body.organizer.post(path, verdict, { ifMatch: now });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    expect((await publicRound(roundId)).lots[0].state).toBe('opened');
  });

  it('ends when the last bid is decided: the lot goes on to the review with what is left', async () => {
    const { version } = await body.organizer.ok.get(`/v1/bids/${unsuitable.id}`);
    await body.otherOrganizer.ok.post(
      check(unsuitable.id),
      { ...verdict, verdict: 'fail', reason: '向服务对象收费' },
      { ifMatch: version },
    );
    await stage.settled();
    expect(await stateOf(unsuitable.id)).toBe('disqualified');
    await judgeAll(body, lotId);
    await stage.settled();
    expect((await publicRound(roundId)).lots[0].state).not.toBe('opened');
    const qualified = await stage.sql(
      `SELECT count(*)::int FROM bids WHERE lot_id = $1 AND state = 'qualified'`,
      [lotId],
    );
    expect(qualified).toEqual([{ count: 3 }]);
    const tasks = (await body.organizer.ok.all('/v1/tasks')).filter(
      ({ kind, subject }) => kind.startsWith('bids.') && subject.id === lotId,
    );
    expect(tasks).toEqual([]);
  });

  it('fails the lot, and ends the round, when nobody qualifies', async () => {
    const one = await roundFrom('05-20', '05-22');
    const bid = await submit(await bidder(stage), one.lotId);
    await closeOn('05-23');
    await open(body, one.lotId);
    await stage.settled();
    await judgeAll(body, one.lotId, 'fail');
    await stage.settled();
    expect(await stateOf(bid.id)).toBe('disqualified');
    expect(await publicRound(one.id)).toMatchObject({
      state: 'ended',
      lots: [{ state: 'failed' }],
    });
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=result&roundId=${one.id}`,
    );
    expect(notice.title.zh).toContain('无申报通过资格审查');
  });
});

describe('what was recorded', () => {
  it('is one event per version of every bid and opening', async () => {
    const faults = await stage.sql(
      `SELECT kind, id FROM (
         SELECT 'bid' AS kind, id, version FROM bids UNION ALL
         SELECT 'lot', id, version FROM lots UNION ALL
         SELECT 'opening', id, version FROM openings) thing
       WHERE version <> (SELECT count(*) FROM audit_events e
         WHERE e.aggregate_kind = thing.kind AND e.aggregate_id = thing.id)
         AND NOT EXISTS (SELECT FROM bids b WHERE b.id = thing.id AND b.state = 'withdrawn' AND b.version = 1)`,
    );
    expect(faults).toEqual([]);
  });

  it('tells nobody of a bid before its opening but its party', async () => {
    const leaks = await stage.sql(
      `SELECT name, audience FROM audit_events
       WHERE name IN ('bids.bid-submitted', 'bids.bid-replaced', 'bids.bid-withdrawn', 'bids.bid-lapsed')
         AND (audience ? 'public' OR audience ? 'unitPaths')`,
    );
    expect(leaks).toEqual([]);
    const feed = (await body.organizer.ok.get('/v1/events?limit=200')).items as { name: string }[];
    const names = feed.map(({ name }) => name);
    expect(names).not.toContain('bids.bid-submitted');
    expect(names).toContain('rounds.lot-closed');
  });
});
