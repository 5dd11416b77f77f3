import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/platform/record/canonical-json';
import { application } from '../support/applications';
import {
  BEFORE_CALL,
  bidder,
  fundingBody,
  judgeAll,
  open,
  roundFrom,
  submit,
  unrecorded,
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

const closeOn = (day: string) => stage.advanceTo(`2020-${day}T09:00:00+08:00`);

describe('the opening', () => {
  let lotId: string;
  let roundId: string;
  let first: Bidder;
  let second: Bidder;
  let sent: any[];
  const opening = () => `/v1/lots/${lotId}/opening`;
  const confirmation = () => `${opening()}/confirmation`;

  beforeAll(async () => {
    ({ id: roundId, lotId } = await roundFrom(stage, body, '04-01', '04-10'));
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
    const { lotId, id: roundId } = await roundFrom(stage, body, '04-12', '04-14');
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
    const { lotId } = await roundFrom(stage, body, days[0]!, days[1]!);
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

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
