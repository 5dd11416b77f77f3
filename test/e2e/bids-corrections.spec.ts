import { application } from '../support/applications';
import {
  bidTasksOf,
  callIn2020,
  insured,
  mailsTo,
  replace,
  stricter,
} from '../support/corrections-story';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  CALL_OPENS,
  closingAt,
  correct,
  fundingBody,
  judgeAll,
  open,
  proposeCorrection,
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

const publicRound = (id: string) => stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);
const bidOf = ({ actor }: Bidder, { id }: any) => actor.ok.get(`/v1/bids/${id}`);

describe('bids that came before a correction', () => {
  let round: any;
  let lotId: string;
  let stays: Bidder;
  let replaces: Bidder;
  let leaves: Bidder;
  let bids: { stays: any; replaces: any; leaves: any };

  beforeAll(async () => {
    round = await approvedRound(body);
    lotId = round.lots[0].id;
    await stage.advanceTo(CALL_OPENS);
    [stays, replaces, leaves] = [await bidder(stage), await bidder(stage), await bidder(stage)];
    bids = {
      stays: await submit(stays, lotId),
      replaces: await submit(replaces, lotId),
      leaves: await submit(leaves, lotId),
    };
    await correct(body, round.id, (rules) => {
      stricter(rules);
      closingAt('2020-04-20T00:00:00+08:00')(rules);
    });
  });

  it('are asked of their parties to be looked at again, with the revision that they name; no officer sees it', async () => {
    for (const [who, bid] of [
      [stays, bids.stays],
      [replaces, bids.replaces],
      [leaves, bids.leaves],
    ]) {
      expect(await bidTasksOf(who.actor)).toEqual([
        {
          kind: 'bids.lookAgain',
          id: bid.id,
          dueAt: '2020-04-20T00:00:00.000+08:00',
          facts: {
            round: round.code,
            named: 1,
            current: 2,
            closesAt: '2020-04-20T00:00:00.000+08:00',
          },
        },
      ]);
      expect(await mailsTo(stage, who, 'rounds.')).toEqual(['rounds.corrected']);
    }
    for (const officer of [body.organizer, body.approver, body.supervisor, stage.admin]) {
      expect(await bidTasksOf(officer)).toEqual([]);
    }
  });

  it('are replaced under the new revision alone; what was asked is then done', async () => {
    const outdated = replace(replaces, bids.replaces, application(), 1);
    await expectRefusal(outdated, 409, 'BIDS.REVISION_OUTDATED');
    const fuller = insured();
    expect((await replace(replaces, bids.replaces, fuller, 2)).status).toBe(201);
    const gone = leaves.actor.post(`/v1/bids/${bids.leaves.id}/withdrawal`, undefined, {
      ifMatch: 1,
    });
    expect((await gone).status).toBe(201);
    expect(await bidTasksOf(replaces.actor)).toEqual([]);
    expect(await bidTasksOf(leaves.actor)).toEqual([]);
    expect(await bidTasksOf(stays.actor)).toHaveLength(1);
    const closed = await stage.sql(
      `SELECT subject_id, outcome FROM tasks WHERE kind = 'bids.lookAgain' AND closed_at IS NOT NULL`,
    );
    expect(closed).toHaveLength(2);
    expect(closed).toEqual(
      expect.arrayContaining([
        { subject_id: bids.replaces.id, outcome: 'done' },
        { subject_id: bids.leaves.id, outcome: 'withdrawn' },
      ]),
    );
  });

  it('are asked anew until a later deadline, and nobody else is', async () => {
    await correct(body, round.id, closingAt('2020-04-22T00:00:00+08:00'));
    expect(await bidTasksOf(replaces.actor)).toEqual([]);
    const [task, ...more] = await bidTasksOf(stays.actor);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      dueAt: '2020-04-22T00:00:00.000+08:00',
      facts: { named: 1, current: 2 },
    });
  });

  it('are checked by the revision that they name', async () => {
    const modest = insured({
      budgetLines: [{ code: 'staff', amount: '150000.00' }],
      ownFunds: '75000.00',
    });
    const later = await bidder(stage);
    const fresh = await submit(later, lotId, modest, 3);
    await stage.advanceTo('2020-04-22T00:00:00+08:00');
    expect(await bidTasksOf(stays.actor)).toEqual([]);
    expect((await publicRound(round.id)).lots[0].bidCount).toBe(3);
    const { record } = await open(body, lotId);
    expect(record).toMatchObject({ count: 3, lapsed: 0 });
    await stage.settled();

    const table = await body.organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=200`);
    expect(table.planned.map(({ code }: any) => code)).toEqual([
      'readable',
      'credit-code-valid',
      'registered-for',
      'not-sanctioned',
      'bids-per-organization',
      'form-complete',
      'amount-within-rule',
      'public-interest',
      'insured',
    ]);
    const waiting = (id: string) => table.items.find((bid: any) => bid.id === id).open;
    expect(waiting(bids.stays.id)).toEqual(['public-interest']);
    expect(waiting(fresh.id)).toEqual(['public-interest', 'insured']);
    const stayed = await bidOf(stays, bids.stays);
    const asked = body.organizer.post(
      `/v1/bids/${bids.stays.id}/checks`,
      { code: 'insured', verdict: 'pass', reason: '已核对保单' },
      { ifMatch: stayed.version },
    );
    await expectRefusal(asked, 422, 'BIDS.CHECK_UNKNOWN');

    await judgeAll(body, lotId);
    await stage.settled();
    const states = async () => ({
      stays: (await bidOf(stays, bids.stays)).state,
      replaces: (await bidOf(replaces, bids.replaces)).state,
      fresh: (await bidOf(later, fresh)).state,
    });
    expect(await states()).toEqual({
      stays: 'qualified',
      replaces: 'disqualified',
      fresh: 'opened',
    });
    const { version } = await bidOf(later, fresh);
    await body.organizer.ok.post(
      `/v1/bids/${fresh.id}/checks`,
      { code: 'insured', verdict: 'pass', reason: '已核对保单' },
      { ifMatch: version },
    );
    await stage.settled();
    expect((await states()).fresh).toBe('qualified');
    const replaced = await bidOf(replaces, bids.replaces);
    const failed = replaced.checks.filter(({ verdict }: any) => verdict === 'fail');
    expect(failed.map(({ code }: any) => code)).toEqual(['amount-within-rule', 'readable']);
  });
});

describe('a correction that demands new versions', () => {
  let round: any;
  let lotId: string;
  let lapses: Bidder;
  let keeps: Bidder;
  let lapsing: any;

  beforeAll(async () => {
    const own = callIn2020('04-23', '05-25', (r) => (r.corrections = { daysBeforeDeadline: 3 }));
    round = await approvedRound(body, own);
    lotId = round.lots[0].id;
    await stage.advanceTo('2020-04-23T00:00:00+08:00');
    [lapses, keeps] = [await bidder(stage), await bidder(stage)];
    lapsing = await submit(lapses, lotId);
    const kept = await submit(keeps, lotId);
    await stage.advanceTo('2020-05-20T09:00:00+08:00');
    await correct(body, round.id, (r) => r.categories.pop(), { requiresResubmission: true });
    expect((await replace(keeps, kept, application(), 2)).status).toBe(201);
  });

  it('counts the days of the round’s own rules', async () => {
    expect((await publicRound(round.id)).corrections).toMatchObject([
      { revision: 2, requiresResubmission: true },
    ]);
    await stage.advanceTo('2020-05-22T09:00:00+08:00');
    const late = proposeCorrection(body, round.id, stricter);
    await expect(late).rejects.toThrow('daysBeforeDeadline');
  });

  it('says so to those who have bid', async () => {
    expect(await bidTasksOf(lapses.actor)).toMatchObject([
      { kind: 'bids.replace', id: lapsing.id, facts: { named: 1, current: 2 } },
    ]);
    expect(await bidTasksOf(keeps.actor)).toEqual([]);
    expect(await mailsTo(stage, lapses, 'rounds.')).toEqual(['rounds.correctedForAll']);
  });

  it('lets a bid that came without one lapse at the close; only its bidder learns of it', async () => {
    await stage.advanceTo('2020-05-25T00:00:00+08:00');
    expect((await bidOf(lapses, lapsing)).state).toBe('lapsed');
    expect(await bidTasksOf(lapses.actor)).toEqual([]);
    expect(await mailsTo(stage, lapses, 'bids.')).toEqual(['bids.lapsed']);
    const page = await publicRound(round.id);
    expect(page.lots[0]).toMatchObject({ state: 'closed', bidCount: 1 });
    expect(JSON.stringify(page)).not.toContain('lapsed');
    for (const officer of [body.organizer, body.approver, body.supervisor]) {
      await expectRefusal(officer.get(`/v1/bids/${lapsing.id}`), 404, 'ACCESS.NOT_FOUND');
      await stage.sequenced();
      const events = await officer.ok.get('/v1/events?limit=200');
      const subjects = events.items.map(({ subject }: any) => subject.id);
      expect(subjects).not.toContain(lapsing.id);
    }
  });

  it('has the public told how many lapsed, once the others are opened', async () => {
    await open(body, lotId);
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=opening&roundId=${round.id}`,
    );
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
    expect(content).toMatchObject({ count: 1, lapsed: 1 });
    expect(content.bids).toHaveLength(1);
    expect(JSON.stringify(content)).not.toContain(lapsing.id);
    await expectRefusal(body.organizer.get(`/v1/bids/${lapsing.id}`), 404, 'ACCESS.NOT_FOUND');
  });
});
