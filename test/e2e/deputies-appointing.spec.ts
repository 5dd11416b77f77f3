import { DEPUTY_UNTIL, DeputiesStory } from '../support/deputies-story';
import { officer } from '../support/registers';
import { fundingBody, roundRequest, type FundingBody } from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

describe('a deputy', () => {
  let stage: Stage;
  let body: FundingBody;
  let story: DeputiesStory;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    body = await fundingBody(stage);
    story = new DeputiesStory(stage);
  });
  afterAll(() => stage.close());

  describe('is not appointed', () => {
    let principal: Actor;
    let deputy: Actor;
    beforeAll(async () => {
      principal = await officer(stage, 'organizer');
      deputy = await stage.person('冯代');
    });
    const none = async (call: Promise<any>, status: number, code: string): Promise<void> => {
      const count = async () => (await stage.sql(`SELECT count(*) FROM deputies`))[0].count;
      const before = await count();
      await expectRefusal(call, status, code);
      expect(await count()).toBe(before);
    };

    it('for a mandate of somebody else, not even by the administrator', async () => {
      const id = await story.mandateOf(principal, 'organizer');
      const wanted = { personId: deputy.personId, untilAt: DEPUTY_UNTIL, reason: '因公出差' };
      for (const who of [await officer(stage, 'organizer'), body.approver, stage.admin]) {
        await none(who.post(`/v1/mandates/${id}/deputies`, wanted), 404, 'ACCESS.NOT_FOUND');
      }
    });

    it('by a deputy, onward', async () => {
      const other = await officer(stage, 'organizer');
      await story.appointed(other, 'organizer', deputy);
      const id = await story.mandateOf(other, 'organizer');
      const wanted = { personId: principal.personId, untilAt: DEPUTY_UNTIL, reason: '因公出差' };
      await none(deputy.post(`/v1/mandates/${id}/deputies`, wanted), 404, 'ACCESS.NOT_FOUND');
    });

    it('by and for the same person', () =>
      none(story.appoint(principal, 'organizer', principal), 422, 'DEPUTIES.OWN_DEPUTY'));

    it('when nobody knows them', () => {
      const personId = '01890000-0000-7000-8000-000000000000';
      return none(
        story.appoint(principal, 'organizer', deputy, { personId }),
        422,
        'PEOPLE.UNKNOWN',
      );
    });

    it.each(['expert', 'evaluator', 'resident'])('for what is done in person: %s', async (duty) =>
      none(story.appoint(await officer(stage, duty), duty, deputy), 422, 'DEPUTIES.DUTY_IN_PERSON'),
    );

    it('for the administrator, nor as one', async () => {
      await none(
        story.appoint(stage.admin, 'administrator', deputy),
        422,
        'DEPUTIES.DUTY_IN_PERSON',
      );
      await none(
        story.appoint(principal, 'organizer', stage.admin),
        409,
        'DEPUTIES.DUTIES_CONFLICT',
      );
    });

    it.each([
      ['that has begun', { fromAt: '2020-02-03T08:00:00+08:00' }],
      ['that ends before it begins', { fromAt: '2020-02-21T00:00:00+08:00' }],
      ['that is over', { untilAt: '2020-02-02T00:00:00+08:00' }],
      ['of more than a year', { untilAt: '2021-06-03T00:00:00+08:00' }],
    ])('for a time %s', (_, changes) =>
      none(story.appoint(principal, 'organizer', deputy, changes), 422, 'DEPUTIES.TIME_UNSOUND'),
    );

    it('beside another at the same time, but after that one', async () => {
      const holder = await officer(stage, 'organizer');
      const first = await story.appointed(holder, 'organizer', deputy);
      const second = await stage.person('陈代');
      await none(story.appoint(holder, 'organizer', second), 409, 'DEPUTIES.OVERLAPS');
      const later = { fromAt: DEPUTY_UNTIL, untilAt: '2020-03-01T00:00:00+08:00' };
      await story.appointed(holder, 'organizer', second, later);
      await story.end(holder, first);
      await story.appointed(holder, 'organizer', second);
    });

    it('without a reason', async () => {
      for (const reason of [undefined, '', '  ']) {
        const call = story.appoint(principal, 'organizer', deputy, { reason });
        await none(call, 400, 'REQUEST.INVALID');
      }
    });

    it('when they have been on the other side of the round', async () => {
      const { id } = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
      const ofRound = { duty: 'organizer', scopeKind: 'round', scopeId: id } as const;
      const holder = await stage.person('陈组', [ofRound]);
      await story.noteBidder(deputy, id);
      await none(story.appoint(holder, 'organizer', deputy), 409, 'DEPUTIES.DUTIES_CONFLICT');
      await story.appointed(holder, 'organizer', await stage.person('陈代'));
    });
  });

  it('is made administrator no more than an administrator is made deputy', async () => {
    const deputy = await stage.person('冯代');
    await story.appointed(await officer(stage, 'organizer'), 'organizer', deputy);
    const call = stage.admin.post(`/v1/persons/${deputy.personId}/mandates`, {
      duty: 'administrator',
      scopeKind: 'unit',
      scopeId: stage.cityId,
    });
    await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
  });

  it('cannot be written otherwise than by appointing and ending', async () => {
    const principal = await officer(stage, 'organizer');
    const { id } = await story.appointed(principal, 'organizer', await stage.person('冯代'));
    const change = stage.sql(`UPDATE deputies SET until_at = until_at + '1 day' WHERE id = $1`, [
      id,
    ]);
    await expect(change).rejects.toThrow('only ended');
    const expert = await officer(stage, 'expert');
    const insert = stage.sql(
      `INSERT INTO deputies (id, tenant_id, mandate_id, principal_id, person_id, from_at, until_at, reason, appointed_at)
       SELECT gen_random_uuid(), $1, m.id, m.person_id, $3, app_now(), app_now() + '1 day', '代理', app_now()
       FROM mandates m WHERE m.person_id = $2`,
      [stage.cityId, expert.personId, principal.personId],
    );
    await expect(insert).rejects.toThrow('not done in person');
  });
});
