import { QuestionsStory } from '../support/questions-story';
import {
  approvedRound,
  bidder,
  fundingBody,
  submit,
  type FundingBody,
} from '../support/round-story';
import { seenByOfficers } from '../support/seen-by-officers';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;
let story: QuestionsStory;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-04-01T09:00:00+08:00' });
  body = await fundingBody(stage);
  story = new QuestionsStory(stage);
});
afterAll(() => stage.close());

describe('a cancelled call', () => {
  it('takes no question, and those that wait for an answer come to nothing', async () => {
    const round = await approvedRound(body, ({ timetable }) => {
      timetable.callOpensAt = '2020-04-13T00:00:00+08:00';
      timetable.callClosesAt = '2020-05-13T00:00:00+08:00';
    });
    await stage.advanceTo('2020-04-13T00:00:00+08:00');
    const asker = await bidder(stage);
    const { id } = (await story.ask(asker, round.id)).body;
    const { version } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    await body.approver.ok.post(
      `/v1/rounds/${round.id}/cancellation`,
      { reason: '资金调整' },
      { ifMatch: version },
    );
    await expectRefusal(story.ask(asker, round.id), 409, 'QUESTIONS.CALL_CANCELLED');
    expect(await asker.actor.ok.get(`/v1/questions/${id}`)).toMatchObject({ state: 'lapsed' });
    await expectRefusal(story.answer(body.organizer, id, undefined, 2), 409, 'STATE.OUT_OF_ORDER');
    expect(await story.tasksOf(body.organizer, id)).toEqual([]);
    expect((await story.clocksOf(id)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });
});

describe('an answer while bids are sealed', () => {
  it('is told to who has bid, and no officer sees a difference to a call on which nobody has', async () => {
    const seen: unknown[] = [];
    for (const hasBid of [false, true]) {
      // A body of its own for each, so that its officers see nothing but the one round.
      const unitId = await stage.unit(stage.cityId, 'street', `street-${String(hasBid)}`, '某街道');
      const own = await fundingBody(stage, unitId);
      const round = await approvedRound(own, ({ timetable }) => {
        timetable.callOpensAt = '2020-04-14T00:00:00+08:00';
        timetable.callClosesAt = '2020-05-14T00:00:00+08:00';
      });
      if (!hasBid) await stage.advanceTo('2020-04-14T00:00:00+08:00');
      await stage.settled();
      const [asker, other] = [await bidder(stage), await bidder(stage)];
      if (hasBid) await submit(other, round.lots[0].id);
      const { id } = (await story.ask(asker, round.id)).body;
      expect((await story.answer(own.organizer, id)).status).toBe(201);
      await stage.settled();
      const told = await story.mailsAbout(round.id);
      expect(told).toEqual(
        hasBid ? [{ person_id: other.actor.personId, template: 'questions.published' }] : [],
      );
      seen.push(await seenByOfficers(own, round.id, id));
    }
    expect(seen[1]).toEqual(seen[0]);
  });
});
