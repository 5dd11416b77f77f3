import { createHash, randomBytes } from 'node:crypto';
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

  const bytes = randomBytes(CHUNK + 1000);
  const announcement = (changes: object = {}) => ({
    name: '签到表.pdf',
    mediaType: 'application/pdf',
    size: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    ...changes,
  });
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

  it('of somebody else is absent', async () => {
    const { id } = await announce();
    await expectRefusal(other.get(`/v1/attachments/${id}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(other.get(`/v1/attachments/${id}/content`), 404, 'ACCESS.NOT_FOUND');
    const chunk = other.put(`/v1/attachments/${id}/chunks/0`, bytes.subarray(0, CHUNK));
    await expectRefusal(chunk, 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(complete(id, other), 404, 'ACCESS.NOT_FOUND');
  });
});
