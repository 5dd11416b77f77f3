import { Ledger } from '../../src/registers/ledger';
import { AmendmentsStory, over } from '../support/amendments-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  asSystem,
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Stage } from '../support/stage';

describe('what becomes of amendments', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let amendments: AmendmentsStory;
  let meals: PaidProject;
  let care: PaidProject;
  let craft: PaidProject;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    });
    story = new PaymentsStory(stage, round);
    amendments = new AmendmentsStory(stage, round, story);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    craft = await seedProject(stage, round, '残疾人手作');
  });
  afterAll(() => stage.close());

  it('sets free what it takes away', async () => {
    const before = await amendments.held('available');
    const { id } = taken(await amendments.propose(round.organizer, meals, over('45000.00')));
    taken(await amendments.act(round.approver, id, 'approval'));
    expect(await amendments.held('available')).toBe(before);
    taken(await amendments.sign(round.approver, id));
    taken(await amendments.sign(meals.applicant, id));
    expect(await amendments.held('available')).toBe(before + 5000);
    expect(await amendments.planned(meals)).toEqual([
      'due 25000.00',
      'planned 16000.00',
      'planned 4000.00',
    ]);
    expect(await story.money(meals)).toEqual({ committed: 2_000_000, due: 2_500_000, paid: 0 });
    expect((await amendments.contract(meals)).versions.map(({ number }: any) => number)).toEqual([
      1, 2,
    ]);
  });

  it('lets a project run longer, and counts its visits by the later day', async () => {
    const { id } = taken(
      await amendments.propose(care.applicant, care, { projectTo: '2021-03-31' }),
    );
    taken(await amendments.act(round.approver, id, 'approval'));
    taken(await amendments.sign(care.applicant, id));
    taken(await amendments.sign(round.approver, id));
    await stage.settled();
    const project = await round.organizer.ok.get(`/v1/projects/${care.awardId}`);
    expect(project).toMatchObject({ endsOn: '2021-03-31', state: 'active' });
    const [clock] = await stage.sql(
      `SELECT due_at FROM clocks WHERE rule = 'project.visits' AND subject_id = $1 AND state = 'running'`,
      [care.awardId],
    );
    expect(clock.due_at).toEqual(new Date('2021-04-01T00:00:00+08:00'));
  });

  it('is withdrawn by the side that proposed it, and what was reserved is free again', async () => {
    const before = await amendments.held('available');
    const { id } = taken(await amendments.propose(care.applicant, care, over('52000.00')));
    taken(await amendments.act(round.approver, id, 'approval'));
    expect(await amendments.held('available')).toBe(before - 2000);
    taken(await amendments.act(care.applicant, id, 'withdrawal'));
    expect(await amendments.held('available')).toBe(before);
    expect(await amendments.read(id)).toMatchObject({ state: 'withdrawn' });
    await expectRefusal(amendments.sign(care.applicant, id), 409, 'STATE.OUT_OF_ORDER');
  });

  it('lapses when it is not signed in time, after a reminder', async () => {
    const before = await amendments.held('available');
    const { id } = taken(await amendments.propose(care.applicant, care, over('52000.00')));
    taken(await amendments.act(round.approver, id, 'approval'));
    await stage.advanceTo('2020-07-08T00:00:00+08:00');
    expect(await story.mails(care.applicant)).toContain('contracts.signAmendmentReminder');
    expect(await amendments.read(id)).toMatchObject({ state: 'approved' });
    await stage.advanceTo('2020-07-13T00:00:00+08:00');
    expect(await amendments.read(id)).toMatchObject({ state: 'lapsed' });
    expect(await amendments.held('available')).toBe(before);
  });

  it('is not approved where the round has no money for it, and takes it out of a fund to which it went back', async () => {
    const { id } = taken(await amendments.propose(care.applicant, care, over('52000.00')));
    await asSystem(stage, (ctx) => stage.get(Ledger).closeRound(ctx, round.roundId));
    await expectRefusal(amendments.act(round.approver, id, 'approval'), 422, 'LEDGER.INSUFFICIENT');
    expect(await amendments.read(id)).toMatchObject({ state: 'proposed' });
    await stage.sql(
      `UPDATE rounds SET state = 'ended', ended_at = app_now(), money_returned_at = app_now() WHERE id = $1`,
      [round.roundId],
    );
    taken(await amendments.act(round.approver, id, 'approval'));
    expect(await amendments.held('available')).toBe(0);
    taken(await amendments.act(care.applicant, id, 'withdrawal'));
    expect(await amendments.held('available')).toBe(0);
    expect(await amendments.faults()).toEqual([]);
  });

  it('is not signed once a tranche that it lists has become due', async () => {
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    const { id } = taken(await amendments.propose(care.applicant, care, over('45000.00')));
    taken(await amendments.act(round.approver, id, 'approval'));
    taken(await amendments.sign(care.applicant, id));
    await amendments.grade(care, '80');
    await expectRefusal(amendments.sign(round.approver, id), 409, 'CONTRACTS.AMENDMENT_OUTDATED');
    taken(await amendments.act(care.applicant, id, 'withdrawal'));
    expect(await amendments.planned(care)).toEqual([
      'due 25000.00',
      'due 20000.00',
      'planned 5000.00',
    ]);
    expect(await amendments.faults()).toEqual([]);
  });

  it('comes to nothing with its contract, and its money is free', async () => {
    const { id } = taken(await amendments.propose(craft.applicant, craft, over('52000.00')));
    taken(await amendments.act(round.approver, id, 'approval'));
    await amendments.grade(craft, '59');
    expect((await amendments.contract(craft)).state).toBe('terminated');
    expect(await amendments.read(id)).toMatchObject({ state: 'lapsed' });
    expect(await amendments.held('reserved')).toBe(0);
    await expectRefusal(
      amendments.propose(craft.applicant, craft, over('45000.00')),
      409,
      'STATE.OUT_OF_ORDER',
    );
    expect(await amendments.faults()).toEqual([]);
  });
});
