import { Door } from '../../src/platform/database/door';
import { openStage, type Stage } from '../support/stage';

/** An answer is put together from several queries; what is committed in between must not tear it. */
describe('a read', () => {
  let stage: Stage;
  let tenantId: string;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    const units = await stage.sql(`SELECT tenant_id FROM units LIMIT 1`);
    tenantId = units[0].tenant_id;
  });
  afterAll(() => stage.close());

  /** The name of the city, asked for before and after somebody else has changed it. */
  const namesSeen = async (isRead: boolean): Promise<string[]> => {
    const entry = {
      tenantId,
      traceId: 'a test',
      caller: { kind: 'system', personId: null, credentialId: null, mandates: [] },
      locale: 'zh-CN',
      expected: 'any',
      isRead,
    } as const;
    return stage.get(Door).enter(entry, async ({ manager }) => {
      const name = async () =>
        (await manager.query(`SELECT name FROM units WHERE id = $1`, [stage.cityId]))[0].name;
      const before = await name();
      await stage.sql(`UPDATE units SET name = name || '新' WHERE id = $1`, [stage.cityId]);
      return [before, await name()];
    });
  };

  it('sees one moment, whatever is committed while it goes on', async () => {
    const [before, after] = await namesSeen(true);
    expect(after).toBe(before);
  });

  it('that belongs to an act sees what was committed before each of its questions', async () => {
    const [before, after] = await namesSeen(false);
    expect(after).toBe(`${before}新`);
  });

  it('is what every GET is, and no POST', async () => {
    const enter = jest.spyOn(stage.get(Door), 'enter');
    await stage.admin.get('/v1/units');
    await stage.admin.post('/v1/units', {});
    expect(enter.mock.calls.map(([{ isRead }]) => isRead)).toEqual([true, false]);
    enter.mockRestore();
  });
});
