import { newId } from '../../src/kernel/id';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { institution, officer } from '../support/registers';

const ACCOUNT = '44050158110100000789';

let stage: Stage;
let streetId: string;
let organizer: Actor;
let approver: Actor;
let maker: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
  maker = await officer(stage, 'maker');
});
afterAll(() => stage.close());

const payee = (changes: object = {}) => ({
  name: '广州市番禺区乐悦社会工作服务中心',
  account: ACCOUNT,
  bank: '中国建设银行广州番禺支行',
  bankCode: '105581012345',
  ...changes,
});

describe('a party', () => {
  it('is registered by anyone, who then represents it and sees it at once', async () => {
    const li = await stage.person('李敏');
    const wanted = institution({ assessmentValidUntil: '2024-12-31' });
    const party = await li.ok.post('/v1/parties', wanted);
    expect(party).toMatchObject({ ...wanted, payee: null, version: 1 });
    expect(await li.ok.get(`/v1/parties/${party.id}`)).toEqual(party);
    expect((await li.ok.get('/v1/parties')).items).toEqual([party]);
    expect(await organizer.ok.get(`/v1/parties/${party.id}`)).toEqual(party);
    expect((await organizer.ok.all('/v1/parties')).map(({ id }) => id)).toContain(party.id);
    const { mandates } = await li.ok.get('/v1/persons/me');
    expect(mandates).toMatchObject([{ duty: 'applicant', scope: { kind: 'party', id: party.id } }]);
  });

  it('is absent for the representative of another, and for who has no duty at all forbidden', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const wang = await stage.person('王强');
    await expectRefusal(wang.get(`/v1/parties/${party.id}`), 403, 'ACCESS.DUTY_MISSING');
    await wang.ok.post('/v1/parties', institution());
    await expectRefusal(wang.get(`/v1/parties/${party.id}`), 404, 'ACCESS.NOT_FOUND');
    const call = wang.post(`/v1/parties/${party.id}/payee`, payee(), { ifMatch: 1 });
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(organizer.get(`/v1/parties/${newId()}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      stage.nobody.post('/v1/parties', institution()),
      401,
      'ACCESS.SIGN_IN_REQUIRED',
    );
  });

  it.each([
    ['PARTIES.NAME_UNREADABLE', 422, { name: '乐悦\u202E中心' }],
    ['PARTIES.CODE_REQUIRED', 422, { creditCode: undefined }],
    ['PARTIES.CODE_NOT_EXPECTED', 422, { kind: 'team', assessmentGrade: undefined }],
    ['PARTIES.CODE_NOT_CANONICAL', 422, { creditCode: '91110000600037341l' }],
    ['PARTIES.CODE_NOT_CANONICAL', 422, { creditCode: '９1110000600037341L' }],
    ['PARTIES.CODE_WRONG', 422, { creditCode: '911100006000373411' }],
    ['PARTIES.CODE_OF_OTHER_KIND', 422, { creditCode: '91110000600037341L' }],
    ['PARTIES.GRADE_NOT_EXPECTED', 422, { kind: 'person', creditCode: undefined }],
    [
      'PARTIES.GRADE_MISSING',
      422,
      { assessmentGrade: undefined, assessmentValidUntil: '2024-12-31' },
    ],
    ['PARTIES.REGISTERED_LATER', 422, { registeredOn: '2020-02-04' }],
    ['REQUEST.INVALID', 400, { registeredOn: '2019-02-30' }],
    ['REQUEST.INVALID', 400, { assessmentGrade: '6A' }],
    ['REQUEST.INVALID', 400, { name: '长'.repeat(101) }],
    ['REQUEST.INVALID', 400, { payee: payee() }],
  ])('is refused with %s', async (code, status, changes) => {
    const li = await stage.person('李敏');
    await expectRefusal(li.post('/v1/parties', institution(changes)), status, code);
    const made = await stage.sql(`SELECT 1 FROM mandates WHERE person_id = $1`, [li.personId]);
    expect(made).toEqual([]);
  });

  it('registered today is old enough', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution({ registeredOn: '2020-02-03' }));
    expect(party.registeredOn).toBe('2020-02-03');
  });

  it('takes neither the code of another nor a name that looks like another’s', async () => {
    const li = await stage.person('李敏');
    const taken = institution({ name: '乐悦社会工作服务中心（OK）' });
    await li.ok.post('/v1/parties', taken);
    const sameCode = institution({ creditCode: taken.creditCode });
    await expectRefusal(li.post('/v1/parties', sameCode), 409, 'PARTIES.CODE_TAKEN');
    const alike = institution({ name: '乐悦社会工作服务中心 0k' });
    const answer = await expectRefusal(li.post('/v1/parties', alike), 409, 'PARTIES.NAME_TAKEN');
    expect(answer.body.errors).toMatchObject([{ pointer: '/name' }]);
  });

  it('that is a person may share a name with another person', async () => {
    const li = await stage.person('王伟');
    for (let i = 0; i < 2; i += 1)
      await li.ok.post('/v1/parties', { kind: 'person', name: '王伟' });
  });

  it('of one code is made once, however many ask at once', async () => {
    const li = await stage.person('李敏');
    const { creditCode: code } = institution();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => li.post('/v1/parties', institution({ creditCode: code }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'PARTIES.CODE_TAKEN')).toHaveLength(19);
  });

  it('needs a key, and one key makes one party', async () => {
    const li = await stage.person('李敏');
    const wanted = institution();
    await expectRefusal(li.post('/v1/parties', wanted, { key: null }), 400, 'HTTP.KEY_REQUIRED');
    const key = newId();
    const first = await li.post('/v1/parties', wanted, { key });
    const again = await li.post('/v1/parties', wanted, { key });
    expect(again.text).toBe(first.text);
    const other = li.post('/v1/parties', institution(), { key });
    await expectRefusal(other, 422, 'HTTP.KEY_REUSED');
  });

  it('is not for a system administrator to represent', async () => {
    const call = stage.admin.post('/v1/parties', institution());
    await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
  });
});

describe('the account of a party', () => {
  async function partyWithPayee() {
    const li = await stage.person('李敏');
    const { id } = await li.ok.post('/v1/parties', institution());
    const party = await li.ok.post(`/v1/parties/${id}/payee`, payee(), { ifMatch: 1 });
    return { li, id, party, path: `/v1/parties/${id}/payee-verification` };
  }

  it('is shown by its last four digits, and stands nowhere but in its row', async () => {
    const { li, id, party, path } = await partyWithPayee();
    expect(party.payee).toEqual({
      name: payee().name,
      accountEnding: '0789',
      bank: payee().bank,
      bankCode: payee().bankCode,
      verifiedAt: null,
    });
    await maker.ok.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    const seen = [await li.get(`/v1/parties/${id}`), await maker.get('/v1/parties')];
    for (const { text } of seen) expect(text).not.toContain(ACCOUNT);
    const rows = await stage.sql<{ at: string; holds: boolean }>(
      `SELECT 'events' AS at, bool_or(e::text LIKE $1) AS holds FROM audit_events e
       UNION ALL SELECT 'outbox', bool_or(o::text LIKE $1) FROM outbox o
       UNION ALL SELECT 'answers', bool_or(k::text LIKE $1) FROM idempotency_keys k
       UNION ALL SELECT 'parties', bool_or(p::text LIKE $1) FROM parties p`,
      [`%${ACCOUNT}%`],
    );
    expect(rows.filter(({ holds }) => holds)).toEqual([{ at: 'parties', holds: true }]);
  });

  it('waits for the payment makers until it is verified', async () => {
    const { id, path } = await partyWithPayee();
    const waiting = async () => {
      const tasks = await maker.ok.all('/v1/tasks');
      return tasks.some(({ subject, kind }) => subject.id === id && kind === 'parties.verifyPayee');
    };
    expect(await waiting()).toBe(true);
    await maker.ok.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    expect(await waiting()).toBe(false);
  });

  it('is verified by another person who types it once more', async () => {
    const { path } = await partyWithPayee();
    const mistyped = maker.post(path, { account: '44050158110100000798' }, { ifMatch: 2 });
    await expectRefusal(mistyped, 422, 'PARTIES.PAYEE_DIFFERS');
    const party = await maker.ok.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    expect(party.payee.verifiedAt).toMatch(/^2020-02-03T.*\+08:00$/);
    const again = maker.post(path, { account: ACCOUNT }, { ifMatch: 3 });
    await expectRefusal(again, 409, 'PARTIES.PAYEE_VERIFIED_ALREADY');
  });

  it('is no longer verified once it changes', async () => {
    const { li, id, path } = await partyWithPayee();
    await organizer.ok.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    const changed = await li.ok.post(`/v1/parties/${id}/payee`, payee(), { ifMatch: 3 });
    expect(changed.payee.verifiedAt).toBeNull();
    await organizer.ok.post(path, { account: ACCOUNT }, { ifMatch: 4 });
    const byHand = stage.sql(`UPDATE parties SET payee_account = '12345678' WHERE id = $1`, [id]);
    await expect(byHand).rejects.toThrow('no longer verified');
  });

  it('is not verified by who represents the party or entered it', async () => {
    const { li, id, path } = await partyWithPayee();
    const mandate = { duty: 'maker', scopeKind: 'unit', scopeId: stage.cityId };
    await stage.admin.ok.post(`/v1/persons/${li.personId}/mandates`, mandate);
    const own = li.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    await expectRefusal(own, 409, 'PARTIES.VERIFIER_NOT_INDEPENDENT');
    const held = await stage.admin.ok.all('/v1/mandates');
    const represents = held.find(({ scopeId }) => scopeId === id);
    await stage.admin.ok.post(`/v1/mandates/${represents.id}/end`, undefined, { ifMatch: 1 });
    const entered = li.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    await expectRefusal(entered, 409, 'PARTIES.VERIFIER_NOT_INDEPENDENT');
  });

  it('cannot be verified before it is there', async () => {
    const li = await stage.person('李敏');
    const { id } = await li.ok.post('/v1/parties', institution());
    const call = maker.post(
      `/v1/parties/${id}/payee-verification`,
      { account: ACCOUNT },
      { ifMatch: 1 },
    );
    await expectRefusal(call, 409, 'PARTIES.PAYEE_MISSING');
  });

  it('is verified for the top unit only, and never by who has another duty', async () => {
    const { li, path } = await partyWithPayee();
    const ofStreet = await officer(stage, 'organizer', streetId);
    const call = ofStreet.post(path, { account: ACCOUNT }, { ifMatch: 2 });
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      approver.post(path, { account: ACCOUNT }, { ifMatch: 2 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(
      li.post(path, { account: ACCOUNT }, { ifMatch: 2 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
  });

  it('changes only for who saw the party as it is', async () => {
    const { li, id, path } = await partyWithPayee();
    const entering = `/v1/parties/${id}/payee`;
    await expectRefusal(li.post(entering, payee()), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(li.post(entering, payee(), { ifMatch: 1 }), 412, 'HTTP.STALE');
    await expectRefusal(maker.post(path, { account: ACCOUNT }, { ifMatch: 1 }), 412, 'HTTP.STALE');
    for (const changes of [
      { account: '1234567' },
      { account: '４４０５０１５８１１' },
      { bankCode: '12' },
    ]) {
      await expectRefusal(
        li.post(entering, payee(changes), { ifMatch: 2 }),
        400,
        'REQUEST.INVALID',
      );
    }
    const disguised = li.post(entering, payee({ name: '乐悦\u202E中心' }), { ifMatch: 2 });
    await expectRefusal(disguised, 422, 'PARTIES.NAME_UNREADABLE');
  });
});
