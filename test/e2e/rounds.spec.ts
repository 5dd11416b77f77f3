import { newId } from '../../src/kernel/id';
import { toInstant } from '../../src/kernel/instant';
import { officer } from '../support/registers';
import {
  BEFORE_CALL,
  CALL_CLOSES,
  fundingBody,
  roundRequest,
  unrecorded,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;
let ofStreet: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  body = await fundingBody(stage);
  ofStreet = await officer(stage, 'organizer', streetId);
});
afterAll(() => stage.close());

const codesOf = (answer: any): string[] => answer.body.errors.map(({ rule }: any) => rule);

const taskKinds = async (actor: Actor, subjectId: string): Promise<string[]> =>
  (await actor.ok.all('/v1/tasks'))
    .filter(({ subject }) => subject.id === subjectId)
    .map(({ kind }) => kind);

describe('a programme', () => {
  const wanted = (name: string) => ({
    unitId: stage.cityId,
    year: 2020,
    stream: 'public-interest-venture',
    name,
  });

  it('is set up by an organizer of its unit, and listed within reach', async () => {
    const made = await body.organizer.ok.post('/v1/programmes', wanted('社区治理计划'));
    expect(made).toMatchObject({ ...wanted('社区治理计划'), version: 1 });
    expect(await body.supervisor.ok.all('/v1/programmes')).toContainEqual(made);
    expect(await ofStreet.ok.all('/v1/programmes')).not.toContainEqual(made);
  });

  it('is refused twice under one name in a year, and allowed in another', async () => {
    await body.organizer.ok.post('/v1/programmes', wanted('助老计划'));
    const again = body.organizer.post('/v1/programmes', wanted('助老计划'));
    await expectRefusal(again, 409, 'ROUNDS.PROGRAMME_TAKEN');
    await body.organizer.ok.post('/v1/programmes', { ...wanted('助老计划'), year: 2021 });
  });

  it('is refused for another’s unit, an unknown one, and by who has another duty', async () => {
    const call = ofStreet.post('/v1/programmes', wanted('街道计划'));
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    const unknown = { ...wanted('街道计划'), unitId: newId() };
    await expectRefusal(body.organizer.post('/v1/programmes', unknown), 422, 'UNITS.UNKNOWN');
    const approver = body.approver.post('/v1/programmes', wanted('街道计划'));
    await expectRefusal(approver, 403, 'ACCESS.DUTY_MISSING');
    const invalid = { ...wanted('街道计划'), stream: 'loans' };
    await expectRefusal(body.organizer.post('/v1/programmes', invalid), 400, 'REQUEST.INVALID');
  });
});

describe('drawing up a round', () => {
  it('keeps its rule set as the first revision, plans its lots, and asks the approvers', async () => {
    const request = roundRequest(body);
    const round = await body.organizer.ok.post('/v1/rounds', request);
    expect(round).toMatchObject({
      code: request.code,
      state: 'draft',
      revision: 1,
      ruleSet: request.ruleSet,
      pots: request.pots,
      lots: [{ code: 'main', state: 'planned', bidCount: null, bidsRoot: null }],
      createdBy: body.organizer.personId,
      approvedBy: null,
      version: 1,
    });
    expect(toInstant(round.lots[0].closesAt)).toEqual(toInstant(CALL_CLOSES));
    expect(await body.approver.ok.get(`/v1/rounds/${round.id}`)).toEqual(round);
    expect(await taskKinds(body.approver, round.id)).toEqual(['rounds.approve']);
    const told = await stage.sql(`SELECT person_id FROM messages WHERE subject_id = $1`, [
      round.id,
    ]);
    expect(told).toEqual([{ person_id: body.approver.personId }]);
  });

  it('refuses a rule set with faults, each with its place', async () => {
    const broken = roundRequest(body, (rules) => {
      rules.tranches[0]!.share = '0.6';
      rules.panel!.size = 4;
    });
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', broken, { locale: 'en' }),
      422,
      'RULES.INVALID',
    );
    expect(codesOf(answer)).toEqual(
      expect.arrayContaining(['RULES.TRANCHES_NOT_WHOLE', 'RULES.PANEL_EVEN']),
    );
    const pointers = answer.body.errors.map(({ pointer }: any) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/tranches', '/panel/size']));
    expect(answer.body.errors[0].detail).toMatch(/[a-z]/);
  });

  it('refuses what the schema does not know', async () => {
    const misspelt = roundRequest(body, (rules) => Object.assign(rules, { passMark: '60' }));
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', misspelt),
      422,
      'RULES.INVALID',
    );
    expect(codesOf(answer)).toContain('RULES.UNKNOWN_NAME');
  });

  it('takes a procurement, and refuses one looser than its law, with the article', async () => {
    const procurement = (closes: string) =>
      roundRequest(body, (rules) => {
        rules.regime = 'procurement';
        rules.timetable.callClosesAt = `2020-${closes}T00:00:00+08:00`;
      });
    const round = await body.organizer.ok.post('/v1/rounds', procurement('03-30'));
    expect(round).toMatchObject({ state: 'draft', ruleSet: { regime: 'procurement' } });
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', procurement('03-29')),
      422,
      'RULES.INVALID',
    );
    expect(answer.body.errors).toMatchObject([
      { pointer: '/timetable/callClosesAt', detail: expect.stringContaining('第三十五条') },
    ]);
  });

  it.each([
    ['a pot without a fund', ['welfare-lottery']],
    ['a fund for no pot', ['welfare-lottery', 'own', 'another']],
    ['two funds for a pot', ['welfare-lottery', 'own', 'own']],
  ])('refuses %s', async (_, codes) => {
    const second = {
      code: 'own',
      name: { zh: '财政资金', en: 'Budget' },
      source: 'fiscal',
      amount: '1.00',
    } as const;
    const request = roundRequest(body, ({ funding, provenance }) => {
      funding.push(second);
      provenance.length = 0;
    });
    const pots = codes.map((code) => ({ code, fundId: body.fundId }));
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', { ...request, pots }),
      422,
      'ROUNDS.POTS_DIFFER',
    );
    expect(answer.body.errors).toMatchObject([{ pointer: '/pots' }]);
  });

  it('refuses a fund of another source or currency, and an unknown one', async () => {
    const fund = { code: 'fiscal-1', name: '财政专项', source: 'fiscal' };
    const { id: fundId } = await body.organizer.ok.post('/v1/funds', fund);
    const request = roundRequest({ ...body, fundId });
    await expectRefusal(
      body.organizer.post('/v1/rounds', request),
      422,
      'ROUNDS.FUND_SOURCE_DIFFERS',
    );
    const abroad = { code: 'lottery-abroad', name: '公益彩券盈餘', source: 'welfare-lottery' };
    const inDollars = await body.organizer.ok.post('/v1/funds', { ...abroad, currency: 'TWD' });
    await expectRefusal(
      body.organizer.post('/v1/rounds', roundRequest({ ...body, fundId: inDollars.id })),
      422,
      'ROUNDS.FUND_CURRENCY_DIFFERS',
    );
    const unknown = roundRequest({ ...body, fundId: newId() });
    await expectRefusal(body.organizer.post('/v1/rounds', unknown), 422, 'FUNDS.UNKNOWN');
  });

  it('refuses a code that another round has, and takes it once that is cancelled', async () => {
    const request = roundRequest(body);
    const first = await body.organizer.ok.post('/v1/rounds', request);
    await expectRefusal(body.organizer.post('/v1/rounds', request), 409, 'ROUNDS.CODE_TAKEN');
    const reason = { reason: '方案调整' };
    await body.approver.ok.post(`/v1/rounds/${first.id}/cancellation`, reason, { ifMatch: 1 });
    await body.organizer.ok.post('/v1/rounds', request);
  });

  it('is refused under another’s programme, an unknown one, by other duties, and without a key', async () => {
    const request = roundRequest(body);
    await expectRefusal(ofStreet.post('/v1/rounds', request), 404, 'ACCESS.NOT_FOUND');
    const unknown = { ...request, programmeId: newId() };
    await expectRefusal(body.organizer.post('/v1/rounds', unknown), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(body.approver.post('/v1/rounds', request), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(stage.nobody.post('/v1/rounds', request), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const keyless = body.organizer.post('/v1/rounds', request, { key: null });
    await expectRefusal(keyless, 400, 'HTTP.KEY_REQUIRED');
  });

  it('gives the first answer again for a repeated key, and refuses the key for another round', async () => {
    const request = roundRequest(body);
    const first = await body.organizer.post('/v1/rounds', request, { key: 'a-key-of-a-round' });
    const again = await body.organizer.post('/v1/rounds', request, { key: 'a-key-of-a-round' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = body.organizer.post('/v1/rounds', roundRequest(body), {
      key: 'a-key-of-a-round',
    });
    await expectRefusal(other, 422, 'HTTP.KEY_REUSED');
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
