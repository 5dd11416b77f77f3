import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { parse } from 'yaml';
import { needOf } from '../support/needs-story';
import { type Actor, expectRefusal, openStage, type Stage } from '../support/stage';

const screening = parse(
  readFileSync(join(__dirname, '../../examples/small-round/screening.yaml'), 'utf8'),
);

/** A mail server that can be told to refuse. */
class Postman {
  readonly mails: Email[] = [];
  refusals = 0;
  /** What it says to those it refuses: 4xx to try again, 5xx for good. */
  says = '450 try again';
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void this.take(Buffer.concat(chunks), done));
    },
  });

  async open(): Promise<string> {
    const server = this.server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(raw: Buffer, done: (error?: Error) => void): Promise<void> {
    if (this.refusals > 0) {
      this.refusals -= 1;
      done(
        Object.assign(new Error(this.says.slice(4)), {
          responseCode: Number(this.says.slice(0, 3)),
        }),
      );
      return;
    }
    this.mails.push(await PostalMime.parse(raw));
    done();
  }
}

describe('mail', () => {
  const postman = new Postman();
  let stage: Stage;
  let resident: Actor;
  let officer: Actor;
  let streetId: string;
  beforeAll(async () => {
    const smtpUrl = await postman.open();
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00', smtpUrl });
    streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    officer = await stage.person('李敏', [
      { duty: 'streetOfficer', scopeKind: 'unit', scopeId: streetId },
    ]);
    const organizer = await stage.person('陈组', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    resident = await stage.person('王居', [
      { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
    ]);
    await organizer.ok.post('/v1/screening-rules', { document: screening });
  });
  afterAll(async () => {
    await stage.close();
    await postman.close();
  });

  const sent = async (): Promise<number> => {
    const rows = await stage.sql(`SELECT count(*)::int AS n FROM messages WHERE state = 'sent'`);
    return rows[0].n;
  };
  const until = async (isSo: () => Promise<boolean>) => {
    for (const giveUpAt = performance.now() + 30_000; performance.now() < giveUpAt;) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('waited in vain for mail');
  };

  it('reminds the street in Chinese, once, although the server refuses at first', async () => {
    postman.refusals = 2;
    await resident.ok.post('/v1/needs', {
      unitId: streetId,
      title: '独居老人助餐',
      targetGroup: '独居老人',
      headCount: 40,
      problem: '无人做饭',
      service: '每日送餐',
      aim: '覆盖四十人',
      serviceArea: '社区养老',
      askedBy: 12,
    });
    await stage.advanceTo('2020-02-08T00:00:00+08:00');
    await until(async () => (await sent()) > 0);
    expect(postman.mails).toHaveLength(1);
    const [mail] = postman.mails;
    expect(mail!.subject).toMatch(/\p{Script=Han}/u);
    expect(mail!.text).toContain('独居老人助餐');
    expect(mail!.to?.[0]?.name).toBe('李敏');
  });

  describe('that is refused for good', () => {
    let lettersOf: () => Promise<any[]>;
    beforeAll(async () => {
      const { admin } = stage;
      lettersOf = () => admin.ok.all('/v1/dead-letters');
      const mandate = { duty: 'resident', scopeKind: 'unit', scopeId: streetId };
      const given = { name: 'Ann Lee', username: 'ann.lee', email: 'lee@example.org' };
      const password = 'correct horse battery staple';
      const lee = await admin.ok.post('/v1/persons', { ...given, locale: 'en', password });
      await admin.ok.post(`/v1/persons/${lee.id}/mandates`, mandate);
      const resident = await admin.signIn(given.username, password, given.name);
      const need = await resident.ok.post(
        '/v1/needs',
        needOf(streetId, { title: '英文读者的需求' }),
      );
      postman.mails.length = 0;
      postman.refusals = 1;
      postman.says = '550 no such mailbox: lee@example.org';
      const check = { verdict: 'return', reason: '请补充服务对象人数的依据。' };
      const { version } = await officer.ok.get(`/v1/needs/${need.id}`);
      await officer.ok.post(`/v1/needs/${need.id}/check`, check, { ifMatch: version });
      await until(async () => (await lettersOf()).length > 0);
    });

    it('is laid aside at once, and tells whom it was for and why, not what it says', async () => {
      const letters = await lettersOf();
      expect(letters).toMatchObject([{ lastError: 'SMTP 550', state: 'dead', version: 1 }]);
      expect(Object.keys(letters[0]).sort()).toEqual(
        [
          'attempts',
          'createdAt',
          'id',
          'lastError',
          'personId',
          'settledAt',
          'state',
          'version',
        ].sort(),
      );
      expect(postman.mails).toEqual([]);
    });

    it('is nobody else’s business', async () => {
      const [{ id }] = await lettersOf();
      await expectRefusal(officer.get('/v1/dead-letters'), 403, 'ACCESS.DUTY_MISSING');
      const sending = officer.post(`/v1/dead-letters/${id}/sending`, undefined, { ifMatch: 1 });
      await expectRefusal(sending, 403, 'ACCESS.DUTY_MISSING');
    });

    it('is sent again when an administrator says so, once, in the reader’s language', async () => {
      const [{ id }] = await lettersOf();
      const path = `/v1/dead-letters/${id}/sending`;
      await expectRefusal(stage.admin.post(path, undefined, { ifMatch: 2 }), 412, 'HTTP.STALE');
      const queued = await stage.admin.ok.post(path, undefined, { ifMatch: 1 });
      expect(queued).toMatchObject({ state: 'queued', version: 2 });
      await until(() => Promise.resolve(postman.mails.length > 0));
      expect(await lettersOf()).toEqual([]);
      const [mail] = postman.mails;
      expect(mail!.to?.[0]?.name).toBe('Ann Lee');
      expect(mail!.subject).not.toMatch(/\p{Script=Han}/u);
      const again = stage.admin.post(path, undefined, { ifMatch: 2 });
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    });
  });
});
