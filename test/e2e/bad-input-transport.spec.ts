import { connect } from 'node:net';

import { Knocking } from '../support/knocking';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** What goes wrong below the body: HTTP itself, addresses, methods, too much at once, and texts that are odd but sound. */
describe('the service', () => {
  let stage: Stage;
  let knocking: Knocking;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    knocking = new Knocking(stage, 40);
  });
  afterAll(() => stage.close());

  /** Sends bytes as they are and gives back the first line of the answer. */
  function firstLineOf(sent: string): Promise<string> {
    const { hostname, port } = new URL(stage.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      let answer = '';
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (bytes) => {
        answer += bytes.toString('latin1');
        if (!answer.includes('\r\n')) return;
        socket.destroy();
        resolve(answer.split('\r\n')[0]!);
      });
      socket.on('end', () => resolve(answer.split('\r\n')[0]!));
      socket.on('error', reject);
    });
  }

  const post = (headers: string, body: string) =>
    `POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;

  it.each([
    ['two lengths', post('Content-Length: 2\r\nContent-Length: 40', '{}')],
    ['a length and chunks', post('Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['chunks twice over', post('Transfer-Encoding: chunked, identity', '0\r\n\r\n')],
    ['a length that is none', post('Content-Length: +2', '{}')],
    ['a folded header', post('X-A: b\r\n c: d\r\nContent-Length: 2', '{}')],
    ['a header without a name', post(': b\r\nContent-Length: 2', '{}')],
    ['a chunk that is no number', post('Transfer-Encoding: chunked', 'zz\r\n{}\r\n0\r\n\r\n')],
    ['no host', 'GET /v1/clock HTTP/1.1\r\n\r\n'],
    ['a method of its own', 'HACK /v1/clock HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'headers without end',
      `GET /v1/clock HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
    ],
  ])('refuses a request with %s', async (_, sent) => {
    expect(await firstLineOf(sent)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'has no other method behind an address: %s',
    async (method) => {
      const { status, code } = await knocking.send(method, '/v1/units', {});
      expect([status, code]).toEqual([404, 'HTTP.ROUTE_UNKNOWN']);
    },
  );

  it('does not send a request back: TRACE', async () => {
    expect(await firstLineOf('TRACE /v1/units HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/ 40[45] /);
  });

  it('does what the method says and not what a header says instead', async () => {
    const headers = {
      authorization: `Bearer ${stage.admin.token}`,
      'x-http-method-override': 'DELETE',
      'x-method-override': 'DELETE',
    };
    expect((await knocking.send('GET', '/v1/persons/me', headers)).status).toBe(200);
    expect((await knocking.send('GET', '/v1/persons/me', headers)).status).toBe(200);
  });

  it.each(['/V1/units', '/v1/units/', '//v1/units', '/v1/./units', '/v1/units%2f', '/v1/units;a'])(
    'knows an address by one spelling: %s is none',
    async (path) => {
      expect(await firstLineOf(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(' 404 ');
    },
  );

  it('tells an address that cannot be read like one that is not there, as a problem', async () => {
    for (const path of ['/v1/needs/%ED%A0%80', `/v1/needs/${'x'.repeat(2_000)}`, '/%zz']) {
      const call = stage.admin.get(path);
      await expectRefusal(call, 404, 'HTTP.ROUTE_UNKNOWN');
      expect((await call).headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves others while many sign in at once, and takes every right password', async () => {
    const person = { username: 'many.at.once', password: 'correct horse battery staple' };
    await stage.admin.ok.post('/v1/persons', { name: '众人', ...person });
    const headers = { 'content-type': 'application/json' };
    const signIns = Array.from({ length: 40 }, () =>
      knocking.send('POST', '/v1/sessions', headers, JSON.stringify(person)),
    );
    const others = await Promise.all(
      Array.from({ length: 10 }, () => knocking.send('GET', '/v1/clock', {})),
    );
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    const answers = await Promise.all(signIns);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  });

  describe('keeps a text', () => {
    let community: string;
    let resident: Actor;
    beforeAll(async () => {
      const street = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
      community = await stage.unit(street, 'community', 'luopu-1', '第一社区');
      resident = await stage.person('王居', [
        { duty: 'resident', scopeKind: 'unit', scopeId: community },
        { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
      ]);
    });

    const named = async (name: string) => {
      const code = `u-${(Math.random() * 1e9).toFixed(0)}`;
      const given = { parentId: community, kind: 'grid', code, name };
      return stage.admin.post('/v1/units', given);
    };

    it.each([
      ['with characters beyond the first plane', '𠮷野家𪚥'],
      ['with joined emoji', '👨‍👩‍👧助餐🏳️‍🌈'],
      ['with variants of a character', '葛\u{e0100}饰'],
      ['as long as may be, beyond the first plane', '𠮷'.repeat(100)],
      ['as long as may be, with variation selectors', '益\ufe0f'.repeat(50)],
    ])('%s', async (_, name) => {
      const { status, body } = await named(name);
      expect([status, body.name]).toEqual([201, name]);
      const [row] = await stage.sql(`SELECT name FROM units WHERE id = $1`, [body.id]);
      expect(row.name).toBe(name);
    });

    it('in one spelling, however it was composed', async () => {
      const { body } = await named('Cafe\u0301');
      expect(body.name).toBe('Caf\u00e9');
    });

    it('not when it is longer than the column by a variation selector', async () => {
      const call = named(`${'益\ufe0f'.repeat(50)}\ufe0f`);
      const { body } = await expectRefusal(call, 400, 'REQUEST.INVALID');
      expect(body.errors).toEqual([{ pointer: '/name', rule: 'textLength' }]);
    });

    it('of several lines where lines may be, and nowhere else', async () => {
      const document = { problem: '第一行\n第二行\t完', title: '独居老人助餐' };
      const need = {
        ...document,
        ...{ unitId: community, targetGroup: '独居老人', headCount: 40, service: '午间送餐' },
        ...{ aim: '覆盖四十人', serviceArea: '社区养老', askedBy: 12 },
      };
      const broken = resident.post('/v1/needs', { ...need, title: '独居\n老人' });
      const { body } = await expectRefusal(broken, 400, 'REQUEST.INVALID');
      expect(body.errors).toEqual([{ pointer: '/title', rule: 'textCharacters' }]);
      // Everything about the text is sound, so what refuses it now is that no screening rules are published.
      await expectRefusal(resident.post('/v1/needs', need), 409, 'NEEDS.RULES_MISSING');
    });
  });
});
