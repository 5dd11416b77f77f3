import type { ChangeRule } from '../../src/rules';
import { upload } from '../support/attachments-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const change = (
  code: string,
  what: ChangeRule['what'],
  approval: ChangeRule['approval'],
  states?: ChangeRule['states'],
): ChangeRule => ({
  ...{ code, what, approval, name: { zh: `${code}变更`, en: code } },
  ...(states !== undefined && { states }),
});

describe('changes of running projects', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let care: PaidProject;
  let second: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', (rules) => {
      rules.changes = [
        change('people', ['people'], 'notice', ['before', 'after']),
        change('plan', ['plan'], 'approval', ['reason']),
        change('budget', ['budget'], 'signature', ['before', 'after', 'effect-on-cost']),
        change('hindered', ['plan', 'end'], 'agreement', ['reason']),
      ];
    });
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    second = await stage.person('吴批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
  });
  afterAll(() => stage.close());

  const ask = async (
    { contractId }: PaidProject,
    who: Actor,
    code: string,
    statements: object = {},
    attachments: object[] = [],
  ) => {
    const path = `/v1/contracts/${contractId}/changes`;
    const answer = await who.post(path, { code, statements, attachments });
    await stage.settled();
    return answer;
  };
  const decide = async (
    { contractId }: PaidProject,
    who: Actor,
    changeId: string,
    isApproved = true,
  ) => {
    const body = { changeId, isApproved, reason: '情况属实。' };
    const answer = await who.post(`/v1/contracts/${contractId}/change-decisions`, body);
    await stage.settled();
    return answer;
  };
  const stateOf = async ({ awardId }: PaidProject): Promise<string> =>
    (await round.organizer.ok.get(`/v1/projects/${awardId}`)).state;
  const reason = { reason: '服务场所拆迁。' };

  it('are asked for by a rule of the round, by the party or those in charge', async () => {
    await expectRefusal(ask(meals, round.maker, 'plan', reason), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(ask(meals, care.applicant, 'plan', reason), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(ask(meals, meals.applicant, 'other'), 422, 'CONTRACTS.CHANGE_UNKNOWN');
    const { body } = await expectRefusal(
      ask(meals, meals.applicant, 'plan', { after: '改为入户' }),
      ...([422, 'CONTRACTS.STATEMENT_MISSING'] as const),
    );
    expect(body.errors[0].pointer).toBe('/statements/reason');
    const path = `/v1/contracts/${meals.contractId}/changes`;
    expect((await meals.applicant.ok.get(path)).items).toEqual([]);
  });

  it('that are only told of are noted at once', async () => {
    const statements = { before: '社工两名', after: '社工三名' };
    expect(taken(await ask(meals, meals.applicant, 'people', statements))).toMatchObject({
      ...{ state: 'noted', statements, side: 'grantee', decidedBy: null },
    });
    expect(await story.tasks(round.approver)).not.toContain('contracts.decideChange');
    expect(await story.mails(round.organizer)).toContain('contracts.changeRequested');
  });

  it('are agreed to by an approver who did not ask, and decided once', async () => {
    const { id } = taken(await ask(meals, round.approver, 'plan', reason));
    await expectRefusal(decide(care, second, id), 422, 'CONTRACTS.CHANGE_ABSENT');
    const own = decide(meals, round.approver, id);
    await expectRefusal(own, 409, 'CONTRACTS.SAME_PERSON_CHANGES');
    await expectRefusal(decide(meals, meals.applicant, id), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(decide(meals, round.organizer, id), 403, 'ACCESS.DUTY_MISSING');
    expect(await story.tasks(second)).toContain('contracts.decideChange');
    expect(taken(await decide(meals, second, id))).toMatchObject({
      ...{ state: 'approved', decidedBy: second.personId, decisionReason: '情况属实。' },
    });
    await expectRefusal(decide(meals, second, id, false), 409, 'STATE.OUT_OF_ORDER');
    expect(await story.tasks(second)).not.toContain('contracts.decideChange');
  });

  it('that are signed by hand need the paper', async () => {
    const statements = { before: '两万元', after: '三万元', effectOnCost: '场地费增加' };
    const bare = ask(meals, meals.applicant, 'budget', statements);
    await expectRefusal(bare, 422, 'CONTRACTS.PAPER_MISSING');
    const paper = await upload(meals.applicant);
    const { id } = taken(await ask(meals, meals.applicant, 'budget', statements, [paper]));
    const query = `subjectKind=contractChange&subjectId=${id}`;
    const [listed] = await round.approver.ok.all(`/v1/attachments?${query}`);
    expect(listed).toMatchObject({ id: paper.id });
    expect(taken(await decide(meals, round.approver, id, false))).toMatchObject({
      state: 'refused',
    });
    expect(await story.mails(meals.applicant)).toContain('contracts.changeRefused');
  });

  it('that both agree to are agreed to by the other side, and may end the project', async () => {
    const { id } = taken(await ask(meals, round.organizer, 'hindered', reason));
    await expectRefusal(decide(meals, round.approver, id), 404, 'ACCESS.NOT_FOUND');
    expect(await stateOf(meals)).toBe('active');
    expect(await story.tasks(meals.applicant)).toContain('contracts.decideChange');
    taken(await decide(meals, meals.applicant, id));
    expect(await stateOf(meals)).toBe('closed');
    const states = (await story.tranches(meals)).map(({ state }) => state);
    expect(states).toEqual(['void', 'void', 'void']);
    expect(await story.mails(meals.applicant)).toContain('evaluations.endedByChange');
    const late = ask(meals, meals.applicant, 'plan', reason);
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
  });

  it('that are open when the contract ends lapse', async () => {
    const open = taken(await ask(care, care.applicant, 'plan', reason));
    const { id } = taken(await ask(care, care.applicant, 'hindered', reason));
    taken(await decide(care, round.approver, id));
    expect(await stateOf(care)).toBe('closed');
    const { items } = await round.organizer.ok.get(`/v1/contracts/${care.contractId}/changes`);
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['lapsed', 'approved']);
    await expectRefusal(decide(care, round.approver, open.id), 409, 'STATE.OUT_OF_ORDER');
  });
});
