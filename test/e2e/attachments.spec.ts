import { randomBytes } from 'node:crypto';
import { docx, jpeg, pdf, png, xlsx } from '../../src/registers/attachments/content-type.fixture';
import { announcementOf, receiving, upload } from '../support/attachments-story';
import { ObjectStore } from '../../src/platform/storage/object-store';
import { type Actor, expectRefusal, openStage, type Stage } from '../support/stage';

const CHUNK = 1_048_576;

describe('an attachment', () => {
  let stage: Stage;
  let owner: Actor;
  let other: Actor;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    owner = await stage.person('李敏');
    other = await stage.person('周末');
  });
  afterAll(() => stage.close());

  const bytes = Buffer.concat([pdf, randomBytes(CHUNK + 1000)]);
  const announcement = (changes: object = {}) => announcementOf(bytes, changes);
  const announce = (changes?: object) => owner.ok.post('/v1/attachments', announcement(changes));
  const sendAll = async (id: string, content: Buffer = bytes) => {
    for (const n of [0, 1]) {
      const chunk = content.subarray(n * CHUNK, (n + 1) * CHUNK);
      const { status } = await owner.put(`/v1/attachments/${id}/chunks/${n}`, chunk);
      expect(status).toBe(204);
    }
  };
  const complete = (id: string, by = owner, ifMatch = 1) =>
    by.post(`/v1/attachments/${id}/completion`, undefined, { ifMatch });

  it('comes back as it was sent, under its name, as a download', async () => {
    const { id } = await announce();
    await sendAll(id);
    expect((await complete(id)).body.state).toBe('complete');
    const response = await fetch(`${stage.url}/v1/attachments/${id}/content`, {
      headers: { authorization: `Bearer ${owner.token}` },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get('content-disposition')).toContain('attachment; filename*=UTF-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes a chunk again, and nothing more once complete', async () => {
    const { id } = await announce();
    await sendAll(id);
    await sendAll(id);
    await complete(id);
    const late = owner.put(`/v1/attachments/${id}/chunks/0`, bytes.subarray(0, CHUNK));
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(complete(id, owner, 2), 409, 'STATE.OUT_OF_ORDER');
  });

  it('is not completed while chunks are missing, or when it is not what was announced', async () => {
    const { id } = await announce();
    await expectRefusal(complete(id), 409, 'ATTACHMENTS.CHUNKS_MISSING');
    await expectRefusal(
      owner.get(`/v1/attachments/${id}/content`),
      409,
      'ATTACHMENTS.CHUNKS_MISSING',
    );
    await sendAll(id, Buffer.alloc(bytes.length));
    await expectRefusal(complete(id), 422, 'ATTACHMENTS.DIGEST_WRONG');
  });

  it('refuses chunks that it does not have, of another size, or that are no bytes', async () => {
    const { id } = await announce();
    const path = `/v1/attachments/${id}/chunks`;
    await expectRefusal(
      owner.put(`${path}/2`, bytes.subarray(0, 10)),
      422,
      'ATTACHMENTS.CHUNK_UNKNOWN',
    );
    await expectRefusal(
      owner.put(`${path}/0`, bytes.subarray(0, 10)),
      422,
      'ATTACHMENTS.CHUNK_SIZE',
    );
    await expectRefusal(owner.put(`${path}/x`, bytes.subarray(0, 10)), 404, 'ACCESS.NOT_FOUND');
  });

  it('refuses names that are paths, endings that do not fit, and sizes out of range', async () => {
    for (const name of ['../secret.pdf', 'a\\b.pdf', 'a\r\nSet-Cookie.pdf', '']) {
      const call = owner.post('/v1/attachments', announcement({ name }));
      await expectRefusal(call, 400, 'REQUEST.INVALID');
    }
    for (const name of ['run.exe', 'page.pdf.html']) {
      const call = owner.post('/v1/attachments', announcement({ name }));
      await expectRefusal(call, 422, 'ATTACHMENTS.TYPE_MISMATCH');
    }
    for (const size of [0, -1, 53_000_000, 1.5, '5']) {
      const call = owner.post('/v1/attachments', announcement({ size }));
      await expectRefusal(call, 400, 'REQUEST.INVALID');
    }
  });

  it('is taken when its bytes are of the type that was declared', async () => {
    const office = 'application/vnd.openxmlformats-officedocument';
    const files = [
      ['照片.jpg', 'image/jpeg', jpeg],
      ['海报.PNG', 'image/png', png],
      ['方案.docx', `${office}.wordprocessingml.document`, docx],
      ['预算.xlsx', `${office}.spreadsheetml.sheet`, xlsx],
      ['名单.csv', 'text/csv', Buffer.from('d2e6b4b4', 'hex')],
      ['说明.txt', 'text/plain', Buffer.from('活动说明\n')],
    ] as const;
    for (const [name, mediaType, content] of files) {
      const { id } = await upload(owner, content, { name, mediaType });
      expect((await owner.ok.get(`/v1/attachments/${id}`)).state).toBe('complete');
    }
  });

  it('is not completed when its bytes are of another type than was declared', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const zip = docx;
    for (const content of [page, png, zip, Buffer.from('MZ\x90\0')]) {
      const { id } = await receiving(owner, content);
      await expectRefusal(complete(id), 422, 'ATTACHMENTS.CONTENT_DIFFERS');
      expect((await owner.ok.get(`/v1/attachments/${id}`)).state).toBe('receiving');
    }
    const text = { name: '说明.txt', mediaType: 'text/plain' };
    const { id } = await receiving(owner, pdf, text);
    await expectRefusal(complete(id), 422, 'ATTACHMENTS.CONTENT_DIFFERS');
  });

  it('is listed for its owner alone', async () => {
    const { id } = await upload(other);
    expect((await other.ok.all('/v1/attachments')).map((one) => one.id)).toEqual([id]);
    expect((await owner.ok.all('/v1/attachments')).map((one) => one.id)).not.toContain(id);
    await expectRefusal(other.get('/v1/attachments?subjectKind=bid'), 400, 'REQUEST.INVALID');
  });

  it('of somebody else is absent', async () => {
    const { id } = await announce();
    await expectRefusal(other.get(`/v1/attachments/${id}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(other.get(`/v1/attachments/${id}/content`), 404, 'ACCESS.NOT_FOUND');
    const chunk = other.put(`/v1/attachments/${id}/chunks/0`, bytes.subarray(0, CHUNK));
    await expectRefusal(chunk, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(complete(id, other), 404, 'ACCESS.NOT_FOUND');
  });
  it('that nothing refers to is removed after seven days, with its bytes', async () => {
    const { id } = await upload(other);
    const unfinished = await receiving(other);
    const keyOf = (attachmentId: string) => `attachments/${attachmentId}/0`;
    const store = stage.get(ObjectStore);
    await stage.advanceTo('2020-02-10T09:00:00+08:00');
    expect((await other.ok.get(`/v1/attachments/${id}`)).state).toBe('complete');
    expect((await store.get(keyOf(id))).length).toBeGreaterThan(pdf.length);
    await stage.advanceTo('2020-02-12T00:00:00+08:00');
    for (const gone of [id, unfinished.id]) {
      await until(async () => {
        const [row] = await stage.sql(`SELECT bytes_gone_at FROM attachments WHERE id = $1`, [
          gone,
        ]);
        return row.bytes_gone_at !== null;
      });
      await expectRefusal(other.get(`/v1/attachments/${gone}`), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(other.get(`/v1/attachments/${gone}/content`), 404, 'ACCESS.NOT_FOUND');
      await expect(store.get(keyOf(gone))).rejects.toThrow('ENOENT');
      const call = complete(gone, other, 3);
      await expectRefusal(
        call,
        gone === id ? 409 : 412,
        gone === id ? 'STATE.OUT_OF_ORDER' : 'HTTP.STALE',
      );
    }
    const moves = await stage.sql(
      `SELECT move FROM audit_events WHERE aggregate_id = $1 ORDER BY version`,
      [id],
    );
    expect(moves.map(({ move }) => move)).toEqual([null, 'complete', 'remove']);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patience = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > patience) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
