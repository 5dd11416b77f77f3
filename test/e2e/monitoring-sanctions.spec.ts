import type { SanctionRule } from '../../src/rules';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const sanction = (
  code: string,
  cause: SanctionRule['cause'],
  consequences: SanctionRule['consequences'],
  failsEvaluation?: boolean,
): SanctionRule => ({
  ...{ code, cause, consequences, name: { zh: `${code}处理`, en: code } },
  ...(failsEvaluation !== undefined && { failsEvaluation }),
});

describe('sanctions', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let care: PaidProject;
  let craft: PaidProject;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r9', (rules) => {
      for (const evaluation of rules.evaluations) {
        delete evaluation.survey;
        evaluation.whenFailed = 'grade-only';
      }
      rules.sanctions = [
        sanction('late', 'material-late', [{ variant: 'publish' }], true),
        sanction('breach', 'breach-of-contract', [{ variant: 'claw-back', by: 'approver' }]),
        sanction('false', 'false-statement', [
          { variant: 'bar', months: 36, scope: 'all' },
          { variant: 'bar', months: 60, scope: 'same-kind' },
        ]),
      ];
    });
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    craft = await seedProject(stage, round, '残疾人手作');
    await story.paid(care, 'first');
  });
  afterAll(() => stage.close());

  const impose = async (project: PaidProject, code: string, who: Actor = round.approver) => {
    const body = { code, findings: '现场核查属实。' };
    const answer = await who.post(`/v1/projects/${project.awardId}/sanctions`, body);
    await stage.settled();
    return answer;
  };
  const project = ({ awardId }: PaidProject) => round.organizer.ok.get(`/v1/projects/${awardId}`);
  const evaluations = async ({ awardId }: PaidProject): Promise<any[]> =>
    (await round.organizer.ok.get(`/v1/evaluations?projectId=${awardId}`)).items;

  it('are an approver’s to impose, by a rule of the round', async () => {
    await expectRefusal(impose(meals, 'late', round.organizer), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(impose(meals, 'late', meals.applicant), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(impose(meals, 'other'), 422, 'MONITORING.SANCTION_UNKNOWN');
    const stranger = await stage.person('外轮', [
      { duty: 'approver', scopeKind: 'party', scopeId: meals.partyId },
    ]);
    await expectRefusal(impose(meals, 'late', stranger), 404, 'ACCESS.NOT_FOUND');
    expect((await project(meals)).sanctions).toEqual([]);
  });

  it('are suggested when the record itself shows the breach', async () => {
    expect(await story.tasks(round.approver)).not.toContain('monitoring.imposeSanction');
    await stage.advanceTo('2020-09-12T00:00:00+08:00');
    expect(await story.tasks(round.approver)).toContain('monitoring.imposeSanction');
  });

  it('fail the evaluation under way, where the rules say so, and are published', async () => {
    const imposed = taken(await impose(meals, 'late'));
    expect(imposed).toMatchObject({ code: 'late', cause: 'material-late' });
    const [midterm, final] = await evaluations(meals);
    expect(midterm).toMatchObject({ state: 'graded', grade: 'fail', passed: false });
    expect(final).toMatchObject({ state: 'awaiting' });
    const { explanation, why } = await round.organizer.ok.get(`/v1/evaluations/${midterm.id}`);
    expect(explanation.rule).toBe('/sanctions/failsEvaluation');
    expect(why.zh).toContain('违规处理');
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=result');
    const notice = items.find((item: any) => item.subject.id === imposed.id);
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
    expect(content).toMatchObject({ sanction: 'late', cause: 'material-late' });
    expect(await story.mails(meals.applicant)).toContain('monitoring.sanctioned');
    expect((await evaluations(care))[0]).toMatchObject({ state: 'awaiting' });
  });

  it('claw paid money back, where something was paid', async () => {
    const propose = async (of: PaidProject) => {
      const { version } = await project(of);
      const amount = { amount: '1000.00', currency: 'CNY' };
      const body = { amount, reason: '偏离实施方案。', payWithinDays: 30 };
      const path = `/v1/projects/${of.awardId}/recoveries`;
      return round.organizer.post(path, body, { ifMatch: version });
    };
    await expectRefusal(propose(care), 409, 'RECOVERIES.NO_GROUND');
    taken(await impose(care, 'breach'));
    taken(await impose(craft, 'breach'));
    const asked = (await story.tasks(round.organizer)).filter(
      (kind) => kind === 'recoveries.propose',
    );
    expect(asked).toHaveLength(1);
    expect(taken(await propose(care))).toMatchObject({ ground: 'sanctioned', state: 'proposed' });
    await stage.settled();
    expect(await story.tasks(round.organizer)).not.toContain('recoveries.propose');
    expect((await project(care)).state).toBe('active');
  });

  it('keep the organization off the list of all rounds, and leave a bar of one kind to people', async () => {
    taken(await impose(craft, 'false'));
    const { items } = await craft.applicant.ok.get(`/v1/parties/${craft.partyId}/credit`);
    expect(items.filter(({ kind }: { kind: string }) => kind === 'sanction')).toMatchObject([
      { kind: 'sanction', code: 'false', from: '2020-09-12', until: '2023-09-11' },
    ]);
    expect((await project(craft)).sanctions.map(({ code }: { code: string }) => code)).toEqual([
      ...['breach', 'false'],
    ]);
  });
});
