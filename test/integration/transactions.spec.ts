import { newId } from '../../src/kernel/id';
import { Door, nobody } from '../../src/platform/database/door';
import { openStage, type Stage } from '../support/stage';

/** What the door promises beyond what the stages show: a failure leaves nothing, and no connection in a bad state. */
describe('a transaction', () => {
  let stage: Stage;
  let door: Door;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    door = stage.get(Door);
  });
  afterAll(() => stage.close());

  const entry = (changes: object = {}) => ({
    tenantId: stage.cityId,
    traceId: 'test',
    caller: nobody,
    locale: 'zh-CN' as const,
    expected: 'any' as const,
    ...changes,
  });
  const event = (version: number, id: string) => ({
    name: 'tests.thing-happened',
    aggregate: { kind: 'thing', id, version },
    move: null,
    body: {},
    audience: {},
  });
  const eventsOf = (id: string) =>
    stage.sql('SELECT version FROM audit_events WHERE aggregate_id = $1 ORDER BY version', [id]);

  it('writes its events in their order with the commit', async () => {
    const id = newId();
    await door.enter(entry(), async (ctx) => {
      await ctx.record(event(1, id));
      await ctx.record(event(2, id));
    });
    expect(await eventsOf(id)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('writes nothing when its last statement fails, and tells the failure', async () => {
    const id = newId();
    const work = door.enter(entry(), async (ctx) => {
      await ctx.record(event(1, id));
      await ctx.record(event(1, id));
    });
    await expect(work).rejects.toMatchObject({ driverError: { code: '23505' } });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('that cannot begin gives back a sound connection', async () => {
    for (let n = 0; n < 20; n += 1) {
      const work = door.enter(entry({ tenantId: 'no-uuid' }), () => Promise.resolve());
      await expect(work).rejects.toMatchObject({ driverError: { code: '22P02' } });
    }
    expect(await leftBroken()).toBe(0);
    for (let n = 0; n < 20; n += 1) await door.enter(entry(), (ctx) => ctx.now());
  });

  // The loops of side work have sound transactions of their own open at any moment; a failed one that is still open is nobody's.
  const leftBroken = async () => {
    const [row] = await stage.sql(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'yichuang' AND state = 'idle in transaction (aborted)'`,
    );
    return row.n as number;
  };
});
