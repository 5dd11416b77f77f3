import type { RuleSet } from '../../src/rules';
import { application } from '../support/applications';
import { approval, bidTasksOf, callIn2020, mailsTo } from '../support/corrections-story';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  closingAt,
  correct,
  fundingBody,
  proposeCorrection,
  submit,
  type FundingBody,
} from '../support/round-story';
import { seenByOfficers } from '../support/seen-by-officers';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

describe('a correction while bids are sealed', () => {
  it('shows no officer a difference to a call on which nobody has bid', async () => {
    const seen: unknown[] = [];
    const rounds = [];
    for (const hasBid of [false, true]) {
      const unitId = await stage.unit(
        stage.cityId,
        'street',
        `corrected-${String(hasBid)}`,
        '某街道',
      );
      const own = await fundingBody(stage, unitId);
      rounds.push({ own, hasBid, round: await approvedRound(own, callIn2020('05-26', '06-10')) });
    }
    await stage.advanceTo('2020-05-26T00:00:00+08:00');
    for (const { own, hasBid, round } of rounds) {
      const one = await bidder(stage);
      if (hasBid) await submit(one, round.lots[0].id);
      const proposing = { requiresResubmission: true };
      const title = (r: RuleSet) => {
        r.title.en = 'Another title';
        closingAt('2020-06-12T00:00:00+08:00')(r);
      };
      const { id, version } = await proposeCorrection(own, round.id, title, proposing);
      expect((await approval(own.approver, { id, version })).status).toBe(201);
      await stage.settled();
      expect(await bidTasksOf(one.actor)).toHaveLength(hasBid ? 1 : 0);
      expect(await mailsTo(stage, one, 'rounds.')).toHaveLength(hasBid ? 1 : 0);
      seen.push(await seenByOfficers(own, round.id, id));
      const { version: read } = await own.approver.ok.get(`/v1/rounds/${round.id}`);
      await own.approver.ok.post(
        `/v1/rounds/${round.id}/cancellation`,
        { reason: '资金调整' },
        { ifMatch: read },
      );
      expect(await bidTasksOf(one.actor)).toEqual([]);
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  it('refuses a bid under the former revision from the moment of its approval', async () => {
    const round = await approvedRound(body, callIn2020('05-27', '06-10'));
    await stage.advanceTo('2020-05-27T00:00:00+08:00');
    const one = await bidder(stage);
    await correct(body, round.id, (r) => (r.title.en = 'Another title'));
    const path = `/v1/lots/${round.lots[0].id}/bids`;
    await expectRefusal(
      one.actor.post(path, bidRequest(one.partyId, application(), 1)),
      409,
      'BIDS.REVISION_OUTDATED',
    );
    expect((await one.actor.post(path, bidRequest(one.partyId, application(), 2))).status).toBe(
      201,
    );
  });
});
