import { newId } from '../../src/kernel/id';
import { application } from '../support/applications';
import {
  approvedRound,
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

const publicRound = (id: string) => stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);

const closeOn = (day: string) => stage.advanceTo(`2020-${day}T09:00:00+08:00`);

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
    ({ id: roundId, lotId } = await roundFrom(stage, body, '05-06', '05-16'));
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

  it('waits for every check that people decide, and takes none twice', async () => {
    const question = { zh: '是否在本区实施？', en: 'Is it carried out in the district?' };
    const { lots } = await approvedRound(body, ({ qualification, timetable }) => {
      qualification.push({ variant: 'judged', code: 'local', question });
      timetable.callOpensAt = '2020-05-18T00:00:00+08:00';
      timetable.callClosesAt = '2020-05-19T00:00:00+08:00';
    });
    await stage.advanceTo('2020-05-18T09:00:00+08:00');
    const { id } = await submit(await bidder(stage), lots[0].id);
    await closeOn('05-19');
    await open(body, lots[0].id);
    await stage.settled();
    await judgeAll(body, lots[0].id);
    await stage.settled();
    const { state, version } = await body.organizer.ok.get(`/v1/bids/${id}`);
    expect(state).toBe('opened');
    const again = body.organizer.post(check(id), verdict, { ifMatch: version });
    await expectRefusal(again, 409, 'BIDS.CHECK_DECIDED');
    const local = { ...verdict, code: 'local', reason: '项目在洛浦街道' };
    await body.organizer.ok.post(check(id), local, { ifMatch: version });
    await stage.settled();
    expect(await stateOf(id)).toBe('qualified');
  });

  it('fails the lot, and ends the round, when nobody qualifies', async () => {
    const one = await roundFrom(stage, body, '05-20', '05-22');
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
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
