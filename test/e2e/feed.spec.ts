import { feedAudiencesOf } from '../../src/platform/record/feed-audience';
import { needOf, NeedsStory, type Street } from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** What happened, as far as each may know: the twins of telling it to the right ones. */
describe('the feed', () => {
  let stage: Stage;
  let story: NeedsStory;
  let luopu: Street;
  let shawan: Street;
  let needIds: string[];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    story = await NeedsStory.open(stage);
    await story.publishRules();
    luopu = await story.street('luopu', '洛浦街道');
    shawan = await story.street('shawan', '沙湾街道');
    needIds = [];
    for (const { resident, communityId } of [luopu, shawan, luopu]) {
      const title = `需求${needIds.length + 1}`;
      const { id } = await resident.ok.post('/v1/needs', needOf(communityId, { title }));
      needIds.push(id as string);
    }
    await stage.settled();
    await stage.sequenced();
  });
  afterAll(() => stage.close());

  const submitted = async (by: Actor): Promise<string[]> => {
    const { items } = await by.ok.get('/v1/events?limit=200');
    const needs = items.filter(({ name }: any) => name === 'needs.need-submitted');
    return needs.map(({ subject }: any) => subject.id as string);
  };

  it('tells an officer what happens in the unit and below it, and nothing of its neighbour', async () => {
    expect(await submitted(story.organizer)).toEqual(needIds);
    expect(await submitted(luopu.officer)).toEqual([needIds[0], needIds[2]]);
    expect(await submitted(shawan.officer)).toEqual([needIds[1]]);
  });

  it('tells a resident the own need alone', async () => {
    expect(await submitted(shawan.resident)).toEqual([needIds[1]]);
    expect(await submitted(await story.resident(luopu.communityId))).toEqual([]);
  });

  it('goes on after what was seen: the same in the same order, nothing twice', async () => {
    const atOnce = (await story.organizer.ok.get('/v1/events?limit=200')).items;
    const oneByOne: unknown[] = [];
    for (let after = ''; ;) {
      const { items, next } = await story.organizer.ok.get(`/v1/events?limit=1${after}`);
      if (items.length === 0) break;
      oneByOne.push(...items);
      after = `&after=${next}`;
    }
    expect(oneByOne).toEqual(atOnce);
  });

  it('has an entry for exactly those whom the event names', async () => {
    const events = await stage.sql(
      `SELECT e.audience, array_agg(f.audience) AS told FROM audit_positions p JOIN audit_events e ON e.id = p.event_id
       LEFT JOIN feed_entries f ON f.feed_position = p.feed_position AND f.tenant_id = p.tenant_id GROUP BY e.id`,
    );
    expect(events.length).toBeGreaterThan(needIds.length);
    const wrong = events.filter(({ audience, told }) => {
      const wanted = feedAudiencesOf(audience);
      return String(told.sort()) !== String(wanted.length === 0 ? [null] : wanted.sort());
    });
    expect(wrong).toEqual([]);
  });

  it('is refused to nobody in particular, and with a page’s cursor', async () => {
    await expectRefusal(stage.nobody.get('/v1/events'), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const cursor = `/v1/events?cursor=${needIds[0]}`;
    await expectRefusal(story.organizer.get(cursor), 400, 'REQUEST.INVALID');
  });
});
