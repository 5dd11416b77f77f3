import { newId } from '../../src/kernel/id';
import { toInstant } from '../../src/kernel/instant';
import { officer } from '../support/registers';
import {
  BEFORE_CALL,
  bidder,
  CALL_OPENS,
  fundingBody,
  roundRequest,
  unrecorded,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let streetId: string;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

const taskKinds = async (actor: Actor, subjectId: string): Promise<string[]> =>
  (await actor.ok.all('/v1/tasks'))
    .filter(({ subject }) => subject.id === subjectId)
    .map(({ kind }) => kind);

describe('approving a round', () => {
  const draft = async () => body.organizer.ok.post('/v1/rounds', roundRequest(body));
  const approval = (id: string) => `/v1/rounds/${id}/approval`;

  it('sets its money aside, and waits for the call to open', async () => {
    const { id, version } = await draft();
    const approved = await body.approver.ok.post(approval(id), undefined, { ifMatch: version });
    expect(approved).toMatchObject({
      state: 'approved',
      approvedBy: body.approver.personId,
      version: 2,
    });
    const ledger = await body.organizer.ok.get(`/v1/ledger?roundId=${id}`);
    expect(JSON.stringify(ledger)).toContain('1000000.00');
    const [clock] = await stage.sql(
      `SELECT rule, due_at FROM clocks WHERE process_id = $1 AND state = 'running'`,
      [id],
    );
    expect(clock).toEqual({ rule: 'round.callOpens', due_at: toInstant(CALL_OPENS) });
    expect(await taskKinds(body.approver, id)).toEqual([]);
    await expectRefusal(stage.nobody.get(`/v1/public/gz/rounds/${id}`), 404, 'ACCESS.NOT_FOUND');
  });

  it('is refused to whoever drew it up, also with an approver’s mandate', async () => {
    const both = await stage.person('一人两职', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const { id } = await both.ok.post('/v1/rounds', roundRequest(body));
    const call = both.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.SAME_PERSON');
  });

  it('is refused without enough money in the fund, and leaves nothing behind', async () => {
    const poor = roundRequest(body, (rules) => {
      rules.funding[0]!.amount = '99000000.00';
    });
    const { id } = await body.organizer.ok.post('/v1/rounds', poor);
    const call = body.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 422, 'LEDGER.INSUFFICIENT');
    expect(await body.organizer.ok.get(`/v1/rounds/${id}`)).toMatchObject({
      state: 'draft',
      version: 1,
    });
    expect(await stage.sql(`SELECT 1 FROM processes WHERE id = $1`, [id])).toEqual([]);
  });

  it('is refused for money of a unit above the approver’s', async () => {
    const street = await fundingBody(stage, streetId);
    const { id } = await street.organizer.ok.post('/v1/rounds', {
      ...roundRequest(street),
      pots: [{ code: 'welfare-lottery', fundId: body.fundId }],
    });
    const call = street.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.FUND_BEYOND_REACH');
    await body.approver.ok.post(approval(id), undefined, { ifMatch: 1 });
  });

  it('is refused when the call is over already', async () => {
    const past = roundRequest(body, (rules) => {
      rules.timetable.callOpensAt = '2020-01-10T00:00:00+08:00';
      rules.timetable.callClosesAt = '2020-02-01T00:00:00+08:00';
    });
    const { id } = await body.organizer.ok.post('/v1/rounds', past);
    const call = body.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.CALL_OVER');
    const reason = { reason: '重新安排日程' };
    await body.approver.ok.post(`/v1/rounds/${id}/cancellation`, reason, { ifMatch: 1 });
  });

  it('is refused by other duties, for an absent round, stale, without If-Match, and a second time', async () => {
    const { id } = await draft();
    const byOrganizer = body.organizer.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(byOrganizer, 403, 'ACCESS.DUTY_MISSING');
    const byStreet = await officer(stage, 'approver', streetId);
    await expectRefusal(
      byStreet.post(approval(id), undefined, { ifMatch: 1 }),
      404,
      'ACCESS.NOT_FOUND',
    );
    const absent = body.approver.post(approval(newId()), undefined, { ifMatch: 1 });
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    const stale = body.approver.post(approval(id), undefined, { ifMatch: 7 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    await expectRefusal(body.approver.post(approval(id)), 428, 'HTTP.MATCH_REQUIRED');
    await body.approver.ok.post(approval(id), undefined, { ifMatch: 1 });
    const again = body.approver.post(approval(id), undefined, { ifMatch: 2 });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
  });
});

describe('reading rounds', () => {
  it('lists them within reach, and one that is another unit’s is absent', async () => {
    const street = await fundingBody(stage, streetId);
    const { id } = await street.organizer.ok.post('/v1/rounds', roundRequest(street));
    const city = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
    const seenByStreet = await street.organizer.ok.all('/v1/rounds');
    expect(seenByStreet.map((round) => round.id)).toEqual(expect.arrayContaining([id]));
    expect(seenByStreet.map((round) => round.id)).not.toContain(city.id);
    await expectRefusal(street.approver.get(`/v1/rounds/${city.id}`), 404, 'ACCESS.NOT_FOUND');
    const filtered = await body.organizer.ok.all(`/v1/rounds?programmeId=${street.programmeId}`);
    expect(filtered.map((round) => round.id)).toEqual([id]);
    const ofRound = await stage.person('项目监督', [
      { duty: 'supervisor', scopeKind: 'round', scopeId: city.id },
    ]);
    expect((await ofRound.ok.all('/v1/rounds')).map((round) => round.id)).toEqual([city.id]);
    const { actor } = await bidder(stage);
    await expectRefusal(actor.get('/v1/rounds'), 403, 'ACCESS.DUTY_MISSING');
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
