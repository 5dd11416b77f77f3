import { newId } from '../../src/kernel/id';
import { upload } from '../support/attachments-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Answer, type Stage } from '../support/stage';

const FINDINGS = '签到表与照片不符，须补正。';

describe('an order to put something right', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let care: PaidProject;
  let officer: Actor;
  let supervisor: Actor;
  let visitId: string;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', (rules) => {
      for (const evaluation of rules.evaluations) delete evaluation.survey;
      rules.monitoring = { rectification: { workingDays: 5, effect: 'hold-payments' } };
    });
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    officer = await stage.person('李街', [
      { duty: 'streetOfficer', scopeKind: 'round', scopeId: round.roundId },
    ]);
    supervisor = await stage.person('郑监', [
      { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    visitId = await visit(officer, meals);
  });
  afterAll(() => stage.close());

  const visit = async (who: Actor, { awardId }: PaidProject): Promise<string> => {
    const seen = { visitedOn: '2020-06-12', findings: '现场三十人用餐。', headsServed: 30 };
    return (await who.ok.post(`/v1/projects/${awardId}/visits`, seen)).id as string;
  };
  const order = (
    who: Actor,
    { awardId }: PaidProject,
    cause: object = { kind: 'visit', id: visitId },
  ): Promise<Answer> =>
    who.post(`/v1/projects/${awardId}/rectifications`, { cause, findings: FINDINGS });
  const read = (id: string, who: Actor = officer): Promise<any> =>
    who.ok.get(`/v1/rectifications/${id}`);
  const act = async (who: Actor, id: string, name: string, body: object): Promise<Answer> => {
    const { version } = await read(id);
    return who.post(`/v1/rectifications/${id}/${name}`, body, { ifMatch: version });
  };
  const answer = (who: Actor, id: string, more: object = {}): Promise<Answer> =>
    act(who, id, 'answers', { text: '已补正签到表并重新上传照片。', ...more });
  const judgement = { judgement: '现场复核。' };

  let first: any;

  it('is given by an officer in scope for a visit or a report of the project, and by nobody else', async () => {
    await expectRefusal(order(meals.applicant, meals), 403, 'ACCESS.DUTY_MISSING');
    const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    const elsewhere = await stage.person('何街', [
      { duty: 'streetOfficer', scopeKind: 'unit', scopeId: streetId },
    ]);
    await expectRefusal(order(elsewhere, meals), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(order(officer, care), 422, 'MONITORING.CAUSE_UNKNOWN');
    const { reports } = await officer.ok.get(`/v1/projects/${care.awardId}`);
    const report = { kind: 'report', id: reports[0].id };
    await expectRefusal(order(officer, meals, report), 422, 'MONITORING.CAUSE_UNKNOWN');
    await expectRefusal(
      order(officer, meals, { kind: 'visit', id: newId() }),
      422,
      'MONITORING.CAUSE_UNKNOWN',
    );
    taken(await order(round.organizer, care, report));
    first = taken(await order(officer, meals));
    // From Friday 12 June on, the day itself not counted: the fifth working day is the 19th.
    expect(first).toMatchObject({
      state: 'ordered',
      cause: { kind: 'visit', id: visitId },
      findings: FINDINGS,
      dueAt: '2020-06-20T00:00:00.000+08:00',
      answers: [],
      judgement: null,
    });
    expect(await story.tasks(meals.applicant)).toContain('monitoring.rectify');
    expect(await story.mails(meals.applicant)).toContain('monitoring.rectify');
  });

  it('is seen by the party and those in charge, and by no other party', async () => {
    const path = `/v1/projects/${meals.awardId}/rectifications`;
    expect((await meals.applicant.ok.get(path)).items).toMatchObject([{ id: first.id }]);
    expect((await read(first.id, supervisor)).id).toBe(first.id);
    await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      care.applicant.get(`/v1/rectifications/${first.id}`),
      404,
      'ACCESS.NOT_FOUND',
    );
  });

  it('is not judged before it is answered, and answered by the party alone, once', async () => {
    await expectRefusal(act(officer, first.id, 'acceptance', judgement), 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(answer(officer, first.id), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(answer(care.applicant, first.id), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      meals.applicant.post(`/v1/rectifications/${first.id}/answers`, { text: '已改' }),
      428,
      'HTTP.MATCH_REQUIRED',
    );
    const paper = await upload(meals.applicant);
    const answered = taken(await answer(meals.applicant, first.id, { attachments: [paper] }));
    expect(answered).toMatchObject({
      state: 'answered',
      answers: [{ text: '已补正签到表并重新上传照片。' }],
    });
    expect((await officer.ok.get(`/v1/attachments/${paper.id}`)).id).toBe(paper.id);
    await expectRefusal(care.applicant.get(`/v1/attachments/${paper.id}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(answer(meals.applicant, first.id), 409, 'STATE.OUT_OF_ORDER');
    expect(await story.tasks(meals.applicant)).not.toContain('monitoring.rectify');
    expect(await story.tasks(officer)).toContain('monitoring.judgeRectification');
  });

  it('holds payments when the answer is not accepted, and asks for another one', async () => {
    await expectRefusal(
      act(meals.applicant, first.id, 'refusal', judgement),
      403,
      'ACCESS.DUTY_MISSING',
    );
    taken(await story.claim(meals, 'first'));
    const refused = taken(await act(officer, first.id, 'refusal', { judgement: '照片仍不符。' }));
    expect(refused).toMatchObject({ state: 'refused', judgement: '照片仍不符。' });
    await expectRefusal(story.enter(meals, 'first'), 409, 'PAYMENTS.HELD');
    expect(await story.mails(meals.applicant)).toContain('monitoring.rectificationRefused');
    const { items } = await round.organizer.ok.get('/v1/holds');
    expect(items).toMatchObject([{ causeKind: 'rectification', causeId: first.id }]);
  });

  it('lets payments go on when it is put right', async () => {
    taken(await answer(meals.applicant, first.id));
    await expectRefusal(story.enter(meals, 'first'), 409, 'PAYMENTS.HELD');
    const accepted = taken(await act(round.organizer, first.id, 'acceptance', judgement));
    expect(accepted).toMatchObject({ state: 'accepted', answers: [{}, {}] });
    taken(await story.enter(meals, 'first'));
    expect(await story.mails(meals.applicant)).toContain('monitoring.rectificationAccepted');
    expect(await story.tasks(officer)).not.toContain('monitoring.judgeRectification');
    await expectRefusal(act(officer, first.id, 'refusal', judgement), 409, 'STATE.OUT_OF_ORDER');
  });

  it('reminds the party, and is overdue when its time is over: payments stop, those above hear of it', async () => {
    const { items } = await officer.ok.get(`/v1/projects/${care.awardId}/rectifications`);
    const { id } = items[0];
    taken(await story.claim(care, 'first'));
    const payment = taken(await story.enter(care, 'first'));
    await stage.advanceTo('2020-06-18T00:00:00+08:00');
    expect(await story.mails(care.applicant)).toContain('monitoring.rectifyReminder');
    expect(await story.mails(meals.applicant)).not.toContain('monitoring.rectifyReminder');
    await stage.advanceTo('2020-06-19T23:59:00+08:00');
    expect(await read(id)).toMatchObject({ state: 'ordered' });
    await stage.advanceTo('2020-06-20T00:00:00+08:00');
    expect(await read(id)).toMatchObject({ state: 'overdue' });
    await expectRefusal(story.act(round.checker, payment.id, 'release'), 409, 'PAYMENTS.HELD');
    expect(await story.mails(care.applicant)).toContain('monitoring.rectificationMissed');
    for (const above of [round.organizer, supervisor]) {
      expect(await story.tasks(above)).toContain('monitoring.rectificationOverdue');
      expect(await story.mails(above)).toContain('monitoring.rectificationOverdue');
    }
  });

  it('takes a late answer, and holds until that is accepted', async () => {
    const { items } = await officer.ok.get(`/v1/projects/${care.awardId}/rectifications`);
    const { id } = items[0];
    taken(await answer(care.applicant, id));
    expect(await story.tasks(supervisor)).not.toContain('monitoring.rectificationOverdue');
    const payment = (await round.maker.ok.get('/v1/payments')).items.find(
      (item: any) => item.partyId === care.partyId,
    );
    await expectRefusal(story.act(round.checker, payment.id, 'release'), 409, 'PAYMENTS.HELD');
    taken(await act(officer, id, 'acceptance', judgement));
    taken(await story.act(round.checker, payment.id, 'release'));
  });

  it('holds nothing where the rules say nothing, and is waived when the project is stopped', async () => {
    const lenient = await seedPayingRound(stage, 'r8', (rules) => {
      for (const evaluation of rules.evaluations) delete evaluation.survey;
    });
    const other = new PaymentsStory(stage, lenient);
    const craft = await seedProject(stage, lenient, '残疾人手作');
    const seen = { visitedOn: '2020-06-20', findings: '现场五人。', headsServed: 5 };
    const { id: craftVisit } = await lenient.organizer.ok.post(
      `/v1/projects/${craft.awardId}/visits`,
      seen,
    );
    const { id } = taken(await order(lenient.organizer, craft, { kind: 'visit', id: craftVisit }));
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    expect((await read(id, lenient.organizer)).state).toBe('overdue');
    taken(await other.claim(craft, 'first'));
    taken(await other.enter(craft, 'first'));
    const path = `/v1/evaluations?projectId=${craft.awardId}`;
    const { items } = await lenient.organizer.ok.get(path);
    const midterm = items.find((item: { code: string }) => item.code === 'midterm');
    const step = async (who: Actor, name: string, body: object) => {
      const { version } = await lenient.organizer.ok.get(`/v1/evaluations/${midterm.id}`);
      await who.ok.post(`/v1/evaluations/${midterm.id}/${name}`, body, { ifMatch: version });
    };
    await step(craft.applicant, 'self-report', { text: '进展不足。' });
    await step(lenient.organizer, 'assignment', { personId: lenient.evaluator.personId });
    const scores = { progress: '40', finance: '40', records: '40' };
    await step(lenient.evaluator, 'sheet', { scores, comment: '不合格。' });
    await stage.settled();
    expect((await read(id, lenient.organizer)).state).toBe('waived');
    expect(await other.tasks(lenient.organizer)).not.toContain('monitoring.rectificationOverdue');
    await expectRefusal(
      order(lenient.organizer, craft, { kind: 'visit', id: craftVisit }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });
});
