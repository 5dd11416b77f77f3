import {
  accept,
  addExperts,
  playToQualified,
  scoresOf,
  seatsOf,
  type StoryExpert,
} from '../support/review-story';
import { openStage, type Stage } from '../support/stage';

jest.setTimeout(120_000);

const FIELDS = [
  ...Array.from({ length: 5 }, () => ['social-work']),
  ...Array.from({ length: 4 }, () => ['finance']),
];

/** The other end of a review. */
describe('a lot in which no bid reaches the pass mark', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-03-09T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it('fails, and its bidder reads why', async () => {
    let pool: StoryExpert[] = [];
    const round = await playToQualified(stage, {
      code: 'gy-3',
      bids: 1,
      beforeOpening: async (organizer) => {
        pool = await addExperts(stage, organizer, FIELDS);
      },
    });
    for (const { expert, seat } of await seatsOf(pool, ['invited'])) await accept(expert, seat);
    await stage.settled();
    const { actor, bidId } = round.bidders[0]!;
    for (const { expert, seat } of await seatsOf(pool, ['accepted'])) {
      const body = { bidId, scores: scoresOf(round.ruleSet, 50), comment: '服务对象不清。' };
      await expert.actor.ok.post(`/v1/panel-seats/${seat.id}/sheets`, body);
    }
    await stage.advanceTo('2020-04-17T09:00:00+08:00');
    const { lots, state } = await round.organizer.ok.get(`/v1/rounds/${round.roundId}`);
    expect([lots[0].state, state]).toEqual(['failed', 'ended']);
    const { body } = await actor.get(`/v1/bids/${bidId}/review`, { locale: 'en' });
    expect(body).toMatchObject({
      rank: null,
      passed: false,
      mean: '50.00',
      why: 'The mean of 50.00 is below the pass mark of 60, so there is no rank.',
    });
  });
});
