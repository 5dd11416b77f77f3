import { openStage, type Stage } from '../support/stage';

describe('a rehearsal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-01T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it('moves legal time forward when asked', async () => {
    await stage.advanceTo('2020-02-03T00:00:00+08:00');
    const { now, target } = await stage.nobody.ok.get('/v1/clock');
    expect({ day: now.slice(0, 10), target }).toEqual({ day: '2020-02-03', target: null });
  });
});
