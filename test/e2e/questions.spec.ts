import { newId } from '../../src/kernel/id';
import { ANSWER, QUESTION, QuestionsStory } from '../support/questions-story';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  CALL_OPENS,
  eventNames,
  fundingBody,
  unrecorded,
  type Bidder,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

let stage: Stage;
let body: FundingBody;
let story: QuestionsStory;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
  story = new QuestionsStory(stage);
});
afterAll(() => stage.close());

describe('questions on a call', () => {
  let round: any;
  let asker: Bidder;
  let rival: Bidder;
  let question: any;

  beforeAll(async () => {
    round = await approvedRound(body, (rules) => {
      rules.questions = { closeWorkingDaysBeforeDeadline: 5 };
    });
    asker = await bidder(stage);
    rival = await bidder(stage);
  });

  it('are not taken before the call is announced', async () => {
    await expectRefusal(story.ask(asker, round.id), 404, 'ACCESS.NOT_FOUND');
    await stage.advanceTo(CALL_OPENS);
  });

  it('are asked by whoever may bid, for their own party alone', async () => {
    const other = { actor: asker.actor, partyId: rival.partyId };
    await expectRefusal(story.ask(other, round.id), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(story.ask(asker, newId()), 404, 'ACCESS.NOT_FOUND');
    const officers = { actor: body.organizer, partyId: asker.partyId };
    await expectRefusal(story.ask(officers, round.id), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(
      story.ask({ actor: stage.nobody, partyId: asker.partyId }, round.id),
      401,
      'ACCESS.SIGN_IN_REQUIRED',
    );
    await expectRefusal(story.ask(asker, round.id, '？'), 400, 'REQUEST.INVALID');
    await expectRefusal(story.ask(asker, round.id, '问'.repeat(2001)), 400, 'REQUEST.INVALID');
    const asked = await story.ask(asker, round.id);
    expect(asked.status).toBe(201);
    question = asked.body;
    expect(question).toMatchObject({
      state: 'asked',
      question: QUESTION,
      askedBy: { id: asker.actor.personId },
      party: { id: asker.partyId },
      answer: null,
      version: 1,
    });
  });

  it('make whoever asks a bidder: who runs the round does not ask, who asks does not run it', async () => {
    const both = await stage.person('两头', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'applicant', scopeKind: 'party', scopeId: rival.partyId },
    ]);
    const asked = await story.ask({ actor: both, partyId: rival.partyId }, round.id);
    expect(asked.status).toBe(201);
    await expectRefusal(story.answer(both, question.id), 409, 'PEOPLE.DUTIES_CONFLICT');
    await expectRefusal(story.answer(both, asked.body.id), 409, 'PEOPLE.DUTIES_CONFLICT');
    await body.organizer.ok.post(
      `/v1/questions/${asked.body.id}/refusal`,
      { reason: '重复提问' },
      { ifMatch: 1 },
    );
    const runs = await stage.person('先办理', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'applicant', scopeKind: 'party', scopeId: rival.partyId },
    ]);
    const third = (await story.ask(rival, round.id)).body;
    expect((await story.refuse(runs, third.id)).status).toBe(201);
    await expectRefusal(
      story.ask({ actor: runs, partyId: rival.partyId }, round.id),
      409,
      'PEOPLE.DUTIES_CONFLICT',
    );
  });

  it('are read by who asks and by the officers of the round, who see the person, and by nobody else', async () => {
    const path = `/v1/questions/${question.id}`;
    const list = `/v1/rounds/${round.id}/questions`;
    const listed = async (by: Actor) =>
      (await by.ok.all(list)).some(({ id }: any) => id === question.id);
    for (const officer of [body.organizer, body.approver, body.supervisor, asker.actor]) {
      const read = await officer.ok.get(path);
      expect(read.askedBy).toEqual({ id: asker.actor.personId, name: '代表' });
      expect(await listed(officer)).toBe(true);
    }
    for (const other of [rival.actor, stage.admin]) {
      await expectRefusal(other.get(path), 404, 'ACCESS.NOT_FOUND');
      expect(await listed(other)).toBe(false);
    }
    await expectRefusal(stage.nobody.get(path), 401, 'ACCESS.SIGN_IN_REQUIRED');
    expect(await story.answers(round.id)).toEqual([]);
    expect(await eventNames(stage, rival.actor, question.id)).toEqual([]);
    await stage.settled();
    expect(await eventNames(stage, body.supervisor, question.id)).toEqual([
      'rounds.question-asked',
    ]);
    expect(await eventNames(stage, asker.actor, question.id)).toEqual(['rounds.question-asked']);
  });

  it('wait for the organizers, with the time that the law gives for an answer', async () => {
    expect(await story.tasksOf(body.organizer, question.id)).toEqual(['questions.answer']);
    expect(await story.tasksOf(asker.actor, question.id)).toEqual([]);
    const [due, reminder] = await story.clocksOf(question.id);
    expect(due).toMatchObject({
      rule: 'question.answer',
      state: 'running',
      article: '政府采购法实施条例第五十二条',
      due_at: new Date('2020-03-14T00:00:00+08:00'),
    });
    expect(reminder).toMatchObject({
      rule: 'question.answerReminder',
      due_at: new Date('2020-03-13T00:00:00+08:00'),
    });
  });

  it('are reminded of, then brought before the supervisors, when nobody answers', async () => {
    const organizers = [body.organizer.personId, body.otherOrganizer.personId];
    const reminded = async () =>
      (await story.mailsAbout(question.id)).filter(
        ({ template }) => template === 'questions.answerReminder',
      );
    await stage.advanceTo('2020-03-12T23:59:00+08:00');
    expect(await reminded()).toEqual([]);
    await stage.advanceTo('2020-03-13T00:00:00+08:00');
    expect((await reminded()).map(({ person_id }) => person_id)).toEqual(
      expect.arrayContaining(organizers),
    );
    expect(await story.tasksOf(body.supervisor, question.id)).toEqual([]);
    await stage.advanceTo('2020-03-14T00:00:00+08:00');
    expect(await story.tasksOf(body.supervisor, question.id)).toEqual(['questions.answerOverdue']);
  });

  it('are answered by an organizer, as they were read, in words that name nobody', async () => {
    const { name: party } = await asker.actor.ok.get(`/v1/parties/${asker.partyId}`);
    const refused = [
      [story.answer(body.approver, question.id), 403, 'ACCESS.DUTY_MISSING'],
      [story.answer(asker.actor, question.id), 403, 'ACCESS.DUTY_MISSING'],
      [story.answer(body.organizer, question.id, undefined, 2), 412, 'HTTP.STALE'],
      [story.answer(body.organizer, newId()), 404, 'ACCESS.NOT_FOUND'],
      [story.answer(body.organizer, question.id, { answer: '' }), 400, 'REQUEST.INVALID'],
      [
        story.answer(body.organizer, question.id, { answer: `${party}可以。` }),
        422,
        'QUESTIONS.NAMES_ASKER',
      ],
      [
        story.answer(body.organizer, question.id, { answer: ANSWER, question: `${party}问：保险` }),
        422,
        'QUESTIONS.NAMES_ASKER',
      ],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);
    expect(await story.answers(round.id)).toEqual([]);
    expect((await story.answer(body.organizer, question.id)).status).toBe(201);
    await expectRefusal(story.answer(body.organizer, question.id), 412, 'HTTP.STALE');
    await expectRefusal(
      story.answer(body.organizer, question.id, { answer: ANSWER }, 2),
      409,
      'STATE.OUT_OF_ORDER',
    );
    await expectRefusal(story.refuse(body.organizer, question.id, 2), 409, 'STATE.OUT_OF_ORDER');
  });

  it('are published with their answers, and nothing public tells who asked', async () => {
    const [published] = await story.answers(round.id);
    expect(published).toEqual({
      id: question.id,
      question: QUESTION,
      answer: ANSWER,
      answeredAt: expect.any(String),
    });
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=answer&roundId=${round.id}`,
    );
    const whole = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
    expect(whole.content).toEqual({ question: QUESTION, answer: ANSWER });
    await stage.settled();
    expect(await eventNames(stage, rival.actor, question.id)).toEqual(['rounds.question-answered']);
    await expectRefusal(rival.actor.get(`/v1/questions/${question.id}`), 404, 'ACCESS.NOT_FOUND');
    const { personId } = asker.actor;
    const bodies = await stage.sql(
      `SELECT name, body FROM audit_events WHERE aggregate_kind IN ('question', 'notice')`,
    );
    expect(bodies.length).toBeGreaterThan(3);
    for (const { body: told } of bodies) {
      expect(told).not.toContain(personId);
      expect(told).not.toContain(asker.partyId);
      expect(told).not.toContain(QUESTION);
    }
  });

  it('end with their answer all that waited for it, and tell who asked', async () => {
    for (const officer of [body.organizer, body.supervisor]) {
      expect(await story.tasksOf(officer, question.id)).toEqual([]);
    }
    const mails = await story.mailsAbout(question.id);
    expect(mails.at(-1)).toEqual({
      person_id: asker.actor.personId,
      template: 'questions.answered',
    });
  });

  it('are refused with a reason that the asker alone reads; nothing is published', async () => {
    const { id } = (await story.ask(asker, round.id, '能否透露评审专家名单？')).body;
    await expectRefusal(story.refuse(body.approver, id), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(story.refuse(body.organizer, id, 2), 412, 'HTTP.STALE');
    expect((await story.refuse(body.organizer, id)).status).toBe(201);
    expect(await asker.actor.ok.get(`/v1/questions/${id}`)).toMatchObject({
      state: 'refused',
      refusalReason: '与本次申报无关',
    });
    expect((await story.answers(round.id)).map(({ id: each }) => each)).toEqual([question.id]);
    expect((await story.clocksOf(id)).map(({ state }) => state)).toEqual(['met', 'cancelled']);
    await stage.settled();
    expect(await eventNames(stage, rival.actor, id)).toEqual([]);
    expect((await story.mailsAbout(id)).at(-1)).toEqual({
      person_id: asker.actor.personId,
      template: 'questions.refused',
    });
  });

  it('are answered in other words where their own tell who asks', async () => {
    const { name: party } = await asker.actor.ok.get(`/v1/parties/${asker.partyId}`);
    const { id } = (await story.ask(asker, round.id, `我们${party}可以联合申报吗？`)).body;
    await expectRefusal(story.answer(body.organizer, id), 422, 'QUESTIONS.NAMES_ASKER');
    const reworded = { answer: '可以。', question: '能否联合申报？' };
    expect((await story.answer(body.organizer, id, reworded)).status).toBe(201);
    const published = await story.answers(round.id);
    expect(published.at(-1)).toMatchObject({ question: '能否联合申报？', answer: '可以。' });
    expect(JSON.stringify(published)).not.toContain(party);
  });

  it('stay as they were asked and answered, even in the database', async () => {
    const changed = stage.sql(`UPDATE questions SET answer = '不可以' WHERE id = $1`, [
      question.id,
    ]);
    await expect(changed).rejects.toThrow('answered once');
  });

  it('are taken until the rules’ working days before the deadline, and answered after it as well', async () => {
    await stage.advanceTo('2020-04-02T23:59:00+08:00');
    const { id } = (await story.ask(asker, round.id, '最后一问：需要盖章吗？')).body;
    await stage.advanceTo('2020-04-03T00:00:00+08:00');
    const late = await expectRefusal(story.ask(asker, round.id), 409, 'QUESTIONS.TOO_LATE');
    expect(late.text).toContain('2020-04-03');
    await stage.advanceTo('2020-04-11T00:00:00+08:00');
    expect((await story.answer(body.organizer, id)).status).toBe(201);
    expect(await unrecorded(stage)).toEqual([]);
    const { L1, W4 } = await verifyStage(stage);
    expect({ L1, W4 }).toEqual({ L1: [], W4: [] });
  });
});
