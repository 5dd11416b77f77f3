import { Actor, expectRefusal, openStage, type Stage } from '../support/stage';

/** What every route has in common: how HTTP is spoken, how a request is shaped, who may enter. */
describe('the service', () => {
  let stage: Stage;
  let organizer: Actor;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    organizer = await stage.person('陈组', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
  });
  afterAll(() => stage.close());

  const street = (code: string) => ({
    parentId: stage.cityId,
    kind: 'street',
    code,
    name: '某街道',
  });
  const streets = async (): Promise<number> => {
    const rows = await stage.sql(`SELECT count(*)::int AS n FROM units WHERE kind = 'street'`);
    return rows[0].n;
  };

  describe('refuses a body that', () => {
    const raw = (body: string, headers = {}) => stage.admin.post('/v1/units', body, { headers });
    const refused = async (body: string, headers = {}) => {
      const before = await streets();
      await expectRefusal(raw(body, headers), 400, 'REQUEST.MALFORMED');
      expect(await streets()).toBe(before);
    };
    const sound = () => JSON.stringify(street('a-street'));

    it('is not JSON', () => refused('{"a":'));
    it('has a trailing comma', () => refused('{"a":1,}'));
    it('has a key twice', () => refused(sound().replace('{', '{"name":"别名",')));
    it('has a key twice by another spelling', () =>
      refused(sound().replace('{', '{"n\\u0061me":"别名",')));
    it('nests too deeply', () => refused(`${'['.repeat(40)}${']'.repeat(40)}`));
    it('holds NUL', () => refused(sound().replace('某街道', 'a\\u0000b')));
    it('holds a lone surrogate', () => refused(sound().replace('某街道', 'a\\ud800b')));
    it('holds a number that a double cannot', () => refused('{"code":9007199254740993}'));
    it('holds NaN', () => refused('{"code":NaN}'));
    it('begins with a byte order mark', () => refused(`\uFEFF${sound()}`));

    it('is above the limit', async () => {
      const huge = JSON.stringify({ ...street('huge'), name: 'x'.repeat(300_000) });
      await expectRefusal(raw(huge), 413, 'HTTP.TOO_LARGE');
    });
    it('is of another type', async () => {
      const headers = { 'content-type': 'text/plain' };
      await expectRefusal(raw(sound(), headers), 415, 'HTTP.MEDIA_TYPE');
    });
    it('has unknown, missing or wrong fields, naming each by its pointer', async () => {
      const body = { ...street('x'), kind: 7, name: undefined, isAdmin: true };
      const { body: problem } = await expectRefusal(
        stage.admin.post('/v1/units', body),
        400,
        'REQUEST.INVALID',
      );
      const pointers = problem.errors.map((error: { pointer: string }) => error.pointer).sort();
      expect(pointers).toEqual(['/isAdmin', '/kind', '/name']);
    });
    it('tries to reach the prototype', () =>
      refused(sound().replace('{', '{"__proto__":{"admin":true},')));
  });

  describe('takes a key that', () => {
    it('is new, and gives the same answer again byte for byte', async () => {
      const key = 'key-of-a-street-1';
      const first = await stage.admin.post('/v1/units', street('once'), { key });
      const again = await stage.admin.post('/v1/units', street('once'), { key });
      expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    });
    it('is not missing', async () => {
      const call = stage.admin.post('/v1/units', street('no-key'), { key: null });
      await expectRefusal(call, 400, 'HTTP.KEY_REQUIRED');
    });
    it('is not used for another body', async () => {
      const key = 'key-of-a-street-2';
      await stage.admin.ok.post('/v1/units', street('first'), { key });
      const call = stage.admin.post('/v1/units', street('second'), { key });
      await expectRefusal(call, 422, 'HTTP.KEY_REUSED');
    });
    it('comes fifty times at once, with one effect', async () => {
      const before = await streets();
      const key = 'key-of-fifty';
      const calls = Array.from({ length: 50 }, () =>
        stage.admin.post('/v1/units', street('fifty'), { key }),
      );
      const answers = await Promise.all(calls);
      const made = answers.filter(({ status }) => status === 201);
      const others = answers.filter(({ status }) => status !== 201);
      expect(made.length).toBeGreaterThan(0);
      expect(new Set(made.map(({ text }) => text)).size).toBe(1);
      expect(others.every(({ body }) => body.code === 'HTTP.KEY_IN_FLIGHT')).toBe(true);
      expect(await streets()).toBe(before + 1);
    });
  });

  describe('lets nobody in who', () => {
    it('has no credential', () =>
      expectRefusal(stage.nobody.get('/v1/units'), 401, 'ACCESS.SIGN_IN_REQUIRED'));
    it('has a credential that was never given', async () => {
      const stranger = new Actor(stage.url, 'ycs_notatokenatallnotatokenatall', '', '');
      await expectRefusal(stranger.get('/v1/units'), 401, 'ACCESS.SIGN_IN_REQUIRED');
    });
    it('has no duty for it', () =>
      expectRefusal(organizer.post('/v1/units', street('by-org')), 403, 'ACCESS.DUTY_MISSING'));
    it('gives a wrong password, and says no more for an unknown name', async () => {
      const wrong = { username: 'nobody.here', password: 'x' };
      const unknown = await stage.nobody.post('/v1/sessions', wrong, { key: null });
      expect([unknown.status, unknown.body.code]).toEqual([401, 'ACCESS.SIGN_IN_FAILED']);
    });
    it('has signed out', async () => {
      const person = await stage.person('去人');
      expect((await person.get('/v1/persons/me')).status).toBe(200);
      expect((await person.delete('/v1/sessions/current')).status).toBe(204);
      await expectRefusal(person.get('/v1/persons/me'), 401, 'ACCESS.SIGN_IN_REQUIRED');
    });
  });

  it('answers an unknown address with a problem', () =>
    expectRefusal(stage.nobody.get('/v1/nothing'), 404, 'HTTP.ROUTE_UNKNOWN'));

  it('speaks the language asked for', async () => {
    const zh = await stage.nobody.get('/v1/units', { locale: 'zh-CN' });
    const en = await stage.nobody.get('/v1/units', { locale: 'en' });
    expect(zh.body.title).toMatch(/\p{Script=Han}/u);
    expect(en.body.title).not.toMatch(/\p{Script=Han}/u);
  });

  it('serves its contract and the pages about it, with no other host', async () => {
    const document = await stage.nobody.ok.get('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).length).toBeGreaterThan(10);
    for (const path of ['/docs', '/docs/start.js', '/docs/refusals']) {
      const { status, text } = await stage.nobody.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/(src|href)="https?:/);
    }
  });

  it('pages lists by key, whole and without overlap', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const page = await stage.admin.ok.get(`/v1/units?limit=2${cursor}`);
      all.push(...page.items.map((unit: { id: string }) => unit.id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    const rows = await stage.sql<{ id: string }>('SELECT id FROM units ORDER BY id');
    expect(all).toEqual(rows.map(({ id }) => id));
  });

  it('refuses a page limit that is no number in range', async () => {
    for (const limit of ['0', '201', '1e3', 'many', '-1']) {
      const call = stage.admin.get(`/v1/units?limit=${limit}`);
      await expectRefusal(call, 400, 'REQUEST.INVALID');
    }
  });
});
