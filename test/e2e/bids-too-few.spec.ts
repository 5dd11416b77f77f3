import {
  BEFORE_CALL,
  bidder,
  approvedRound,
  fundingBody,
  judgeAll,
  open,
  submit,
  unrecorded,
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

/** A round that needs so many valid bids, open by now. */
async function roundNeeding(n: number, opens: string, closes: string) {
  const { id, lots } = await approvedRound(body, (rules) => {
    rules.minimumBids = { n };
    rules.timetable.callOpensAt = `2020-${opens}T00:00:00+08:00`;
    rules.timetable.callClosesAt = `2020-${closes}T00:00:00+08:00`;
  });
  await stage.advanceTo(`2020-${opens}T09:00:00+08:00`);
  return { id, lotId: lots[0].id as string };
}

const stateOf = async (bidId: string): Promise<string> =>
  (await stage.sql(`SELECT state FROM bids WHERE id = $1`, [bidId]))[0].state;
const publicRound = (id: string) => stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);
const told = async (bidId: string): Promise<string[]> =>
  (await stage.sql(`SELECT template FROM messages WHERE subject_id = $1 ORDER BY id`, [bidId])).map(
    ({ template }) => template,
  );

describe('a lot that needs three bids', () => {
  it('fails unopened with two: they lapse, their parties are told, the reason is public', async () => {
    const one = await roundNeeding(3, '03-10', '03-12');
    const bids = [
      await submit(await bidder(stage), one.lotId),
      await submit(await bidder(stage), one.lotId),
    ];
    await stage.advanceTo('2020-03-13T09:00:00+08:00');
    for (const { id } of bids) {
      expect(await stateOf(id)).toBe('lapsed');
      expect(await told(id)).toEqual(['bids.tooFew']);
    }
    expect(await publicRound(one.id)).toMatchObject({
      state: 'ended',
      lots: [{ state: 'failed', bidCount: 2 }],
    });
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=result&roundId=${one.id}`,
    );
    expect(notice.title.zh).toContain('有效申报不足规则要求的数量');
    expect((await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`)).content).toMatchObject(
      { outcome: 'failed', reason: 'too-few' },
    );
    const { items } = await body.organizer.ok.get('/v1/tasks?limit=200');
    expect(items.filter(({ subject }: any) => subject.id === one.lotId)).toEqual([]);
    const late = body.organizer.post(`/v1/lots/${one.lotId}/opening`);
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
  });

  it('is not opened with two by an officer who is quicker than its process', async () => {
    const one = await roundNeeding(3, '03-14', '03-20');
    await stage.sql(
      `UPDATE lots SET state = 'closed', bid_count = 2, bids_root = $2 WHERE id = $1`,
      [one.lotId, '0'.repeat(64)],
    );
    const early = body.organizer.post(`/v1/lots/${one.lotId}/opening`);
    await expectRefusal(early, 409, 'BIDS.TOO_FEW');
  });
});

describe('a lot that needs two bids', () => {
  const judged = async (opens: string, closes: string, isOneUnsuitable: boolean) => {
    const one = await roundNeeding(2, opens, closes);
    const sound = await submit(await bidder(stage), one.lotId);
    const other = await submit(await bidder(stage), one.lotId);
    await stage.advanceTo(`2020-${closes}T09:00:00+08:00`);
    await open(body, one.lotId);
    await stage.settled();
    if (isOneUnsuitable) {
      const { version } = await body.organizer.ok.get(`/v1/bids/${other.id}`);
      const check = { code: 'public-interest', verdict: 'fail', reason: '不属于公益服务' };
      await body.organizer.ok.post(`/v1/bids/${other.id}/checks`, check, { ifMatch: version });
    }
    await judgeAll(body, one.lotId);
    await stage.settled();
    return { ...one, sound };
  };

  it('fails unreviewed when one qualifies, and that one is told', async () => {
    const one = await judged('03-21', '03-24', true);
    expect(await publicRound(one.id)).toMatchObject({
      state: 'ended',
      lots: [{ state: 'failed' }],
    });
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=result&roundId=${one.id}`,
    );
    expect(notice.title.en).toContain('fewer valid bids than the rules need');
    expect(await told(one.sound.id)).toEqual(['bids.qualified', 'bids.tooFew']);
  });

  it('goes on to the review when both qualify', async () => {
    const one = await judged('03-25', '03-28', false);
    expect((await publicRound(one.id)).lots).toMatchObject([{ state: 'qualified' }]);
    expect(await told(one.sound.id)).toEqual(['bids.qualified']);
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
