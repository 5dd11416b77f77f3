import { Actor, expectRefusal, openStage, type Stage } from '../support/stage';

describe('an API key', () => {
  let stage: Stage;
  let owner: Actor;
  let other: Actor;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    owner = await stage.person('李敏');
    other = await stage.person('周末');
  });
  afterAll(() => stage.close());

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const wanted = (changes: object = {}) => ({
    name: 'client',
    acts: ['person.me'],
    expiresAt: inDays(30),
    ...changes,
  });

  it('is shown once, does only what it was made for, and is told in the audit log', async () => {
    const made = await owner.ok.post('/v1/api-keys', wanted());
    const machine = new Actor(stage.url, made.token, owner.personId, 'machine');
    expect((await machine.ok.get('/v1/persons/me')).id).toBe(owner.personId);
    await expectRefusal(machine.get('/v1/tasks'), 403, 'ACCESS.DUTY_MISSING');
    const { items } = await owner.ok.get('/v1/api-keys');
    expect(JSON.stringify(items)).not.toContain(made.token);
    const rows = await stage.sql(`SELECT * FROM api_keys WHERE id = $1`, [made.id]);
    expect(JSON.stringify(rows)).not.toContain(made.token);
    const events = await stage.sql(
      `SELECT name, actor_id FROM audit_events WHERE aggregate_id = $1`,
      [made.id],
    );
    expect(events).toEqual([{ name: 'credentials.api-key-made', actor_id: owner.personId }]);
  });

  it('does nothing once revoked', async () => {
    const made = await owner.ok.post('/v1/api-keys', wanted());
    const machine = new Actor(stage.url, made.token, owner.personId, 'machine');
    expect((await machine.get('/v1/persons/me')).status).toBe(200);
    const revoked = await owner.ok.post(`/v1/api-keys/${made.id}/revocation`, undefined, {
      ifMatch: made.version,
    });
    expect(revoked.revokedAt).not.toBeNull();
    await expectRefusal(machine.get('/v1/persons/me'), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const again = owner.post(`/v1/api-keys/${made.id}/revocation`, undefined, {
      ifMatch: revoked.version,
    });
    await expectRefusal(again, 409, 'CREDENTIALS.KEY_REVOKED');
  });

  it('is refused when it would last too long, lies in the past or names what keys may not do', async () => {
    for (const days of [400, -1]) {
      const call = owner.post('/v1/api-keys', wanted({ expiresAt: inDays(days) }));
      await expectRefusal(call, 422, 'CREDENTIALS.LASTS_TOO_LONG');
    }
    for (const acts of [['apiKey.make'], ['no.act'], []]) {
      await expectRefusal(owner.post('/v1/api-keys', wanted({ acts })), 400, 'REQUEST.INVALID');
    }
  });

  it('of somebody else is absent', async () => {
    const made = await owner.ok.post('/v1/api-keys', wanted());
    const call = other.post(`/v1/api-keys/${made.id}/revocation`, undefined, { ifMatch: 1 });
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    expect((await other.ok.get('/v1/api-keys')).items).toEqual([]);
  });

  it('is not changed without its ETag, or with a stale one', async () => {
    const made = await owner.ok.post('/v1/api-keys', wanted());
    const path = `/v1/api-keys/${made.id}/revocation`;
    await expectRefusal(owner.post(path), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(owner.post(path, undefined, { ifMatch: 7 }), 412, 'HTTP.STALE');
  });
});
