import { openStage, type Stage } from '../support/stage';
import { PARALLEL, run, type Race, type Trial } from './race';
import { races } from './races';

const TRIALS = 20;

describe.each(races.map((race) => [race.en, race] as const))('%s', (_title, race: Race) => {
  let stage: Stage;
  let trials: Trial[];
  beforeAll(async () => {
    stage = await openStage({ startsAt: race.startsAt });
    trials = await (await race.prepare(stage))(TRIALS);
  }, 120_000);
  afterAll(() => stage.close());

  it(`happens once, whenever ${PARALLEL} ask for it at once, in ${TRIALS} trials`, async () => {
    const wrong: string[][] = [];
    for (const trial of trials) wrong.push(await run(race, trial));
    expect(wrong).toEqual(trials.map(() => []));
    await stage.settled();
  });
});

describe('a trial', () => {
  const answer = (status: number, text: string, code?: string) =>
    ({ status, text, body: { code }, headers: new Headers() }) as const;
  const race = races.find(({ name }) => name === 'award-approval')!;
  const trial = (taken: number, rest: ReturnType<typeof answer>, rows: number): Trial => ({
    call: (n) => Promise.resolve(n < taken ? answer(201, `${n}`) : rest),
    effects: () => Promise.resolve({ rows }),
  });

  it('is wrong when two did it, when somebody met an error or an undocumented refusal, and when a row is double', async () => {
    const stale = answer(412, '', 'HTTP.STALE');
    expect(await run(race, trial(1, stale, 1))).toEqual([]);
    expect(await run(race, trial(2, stale, 1))).toHaveLength(1);
    expect(await run(race, trial(0, stale, 1))).toHaveLength(1);
    expect(await run(race, trial(1, stale, 2))).toEqual(['rows: 2']);
    const failed = answer(500, 'failed', 'SERVICE.FAILED');
    expect(await run(race, trial(49, failed, 1))).toContain('answered 500 failed');
    const strange = answer(409, 'strange', 'PEOPLE.DUTIES_CONFLICT');
    expect(await run(race, trial(49, strange, 1))).toContain('answered 409 strange');
  });
});
