import { NoteEarlierProjects1790000000181 } from '../../migrations/1790000000181-note-earlier-projects';
import { toDay } from '../../src/kernel/day';
import { asOwner } from '../../src/platform/database/migrate';
import { checkEligibility, type QualificationCheck } from '../../src/rules';
import { candidate } from '../../src/rules/eligibility.fixture';
import { Credit } from '../../src/registers/credit';
import { Projects } from '../../src/stages/monitoring';
import { evaluationsStory } from '../support/evaluations-story';
import { inSystem } from '../support/registers';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { openStage, type Actor, type Stage } from '../support/stage';

const comment = '按指标逐项核对。';
const SCORES = {
  midterm: { progress: '85', finance: '90', records: '78.5' },
  final: { delivery: '90', effect: '90', satisfaction: '90', finance: '90' },
};

let stage: Stage;
let round: SeededRound;
let meals: SeededContract;
let walk: SeededContract;
let evaluator: Actor;
let story: ReturnType<typeof evaluationsStory>;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-08-31T09:00:00+08:00' });
  round = await seedRound(stage, 'r7', {
    change: ({ evaluations }: SeededRound['ruleSet']) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    },
  });
  meals = await seedContract(stage, round, '独居老人助餐');
  walk = await seedContract(stage, round, '认知症友好步道');
  evaluator = await stage.person('评估员', [
    { duty: 'evaluator', scopeKind: 'round', scopeId: round.roundId },
  ]);
  story = evaluationsStory(stage, round);
});
afterAll(() => stage.close());

const notesOf = async ({ partyId, applicant }: SeededContract): Promise<any[]> =>
  (await applicant.ok.get(`/v1/parties/${partyId}/credit`)).items;

async function evaluate(of: SeededContract, kind: keyof typeof SCORES): Promise<void> {
  await story.assign(of, kind, evaluator);
  await story.done(of.applicant, of, kind, 'self-report', { text: '按计划完成。' });
  await story.done(evaluator, of, kind, 'sheet', { scores: SCORES[kind], comment });
  await stage.settled();
}

/** What a later round that closes on a day makes of the record, by rule. */
async function verdictOn(
  day: string,
  { partyId }: SeededContract,
  check: QualificationCheck,
): Promise<string> {
  const closesOn = toDay(day);
  const records = await inSystem(stage, (ctx) =>
    stage.get(Credit).recordsOf(ctx, [partyId], closesOn),
  );
  const one = candidate({ record: records.get(partyId)! });
  return checkEligibility(check, one, round.ruleSet, closesOn).verdict;
}

const noOpenProject: QualificationCheck = { variant: 'no-open-project' };
const past = (evaluation: 'midterm' | 'final', years: number[]): QualificationCheck => ({
  ...{ variant: 'past-evaluation-passed', evaluation, years, whenNotTakenPart: 'fail' },
});

describe('the projects of a party in its record', () => {
  it('stand there from their first day, with the year of their programme', async () => {
    await stage.settled();
    expect(await notesOf(meals)).toMatchObject([
      {
        ...{ kind: 'project', projectId: meals.awardId, year: 2020, from: '2020-08-31' },
        ...{ until: null, passed: null, reason: null },
      },
    ]);
    expect(await verdictOn('2020-08-30', meals, noOpenProject)).toBe('pass');
    expect(await verdictOn('2020-08-31', meals, noOpenProject)).toBe('fail');
  });

  it('have every evaluation, passed or not, from the day on which it was graded', async () => {
    await stage.advanceTo('2020-09-01T09:00:00+08:00');
    await evaluate(meals, 'midterm');
    expect((await notesOf(meals)).at(-1)).toMatchObject({
      ...{ kind: 'evaluation', evaluation: 'midterm', code: 'pass', passed: true, year: 2020 },
      ...{ projectId: meals.awardId, from: '2020-09-01' },
    });
    expect(await verdictOn('2020-08-31', meals, past('midterm', [2020]))).toBe('fail');
    expect(await verdictOn('2020-09-01', meals, past('midterm', [2020]))).toBe('pass');
    expect(await verdictOn('2020-09-01', meals, past('midterm', [2019]))).toBe('fail');
  });

  it('say of a grade which evaluation it is of; who handed in nothing failed it', async () => {
    await stage.advanceTo('2020-10-01T09:00:00+08:00');
    const failed = (await notesOf(walk)).filter(({ evaluation }) => evaluation === 'midterm');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.map(({ passed }) => passed)).toEqual(failed.map(() => false));
    expect(await verdictOn('2020-10-01', walk, past('midterm', [2020]))).toBe('fail');
    await stage.advanceTo('2021-01-04T09:00:00+08:00');
    await evaluate(meals, 'final');
    expect((await notesOf(meals)).at(-1)).toMatchObject({
      ...{ kind: 'grade', evaluation: 'final', code: 'excellent', passed: true, year: 2020 },
    });
    expect(await verdictOn('2021-01-04', meals, past('final', [2020]))).toBe('pass');
  });

  it('are open until they are settled, which is not yet when their last evaluation is graded', async () => {
    expect(await story.stateOf(meals)).toBe('settling');
    expect(await verdictOn('2021-01-04', meals, noOpenProject)).toBe('fail');
    await inSystem(stage, async (ctx) => {
      const projects = stage.get(Projects);
      const project = await projects.lock(ctx, meals.awardId);
      await projects.move(ctx, project!, 'close');
    });
    const notes = await notesOf(meals);
    const [started] = notes;
    expect(notes.at(-1)).toMatchObject({
      ...{ kind: 'ending', aboutId: started.id, until: '2021-01-04', from: '2020-08-31' },
    });
    expect(await verdictOn('2021-01-03', meals, noOpenProject)).toBe('fail');
    expect(await verdictOn('2021-01-04', meals, noOpenProject)).toBe('pass');
  });

  it('are noted alike by the migration where they are from before it', async () => {
    // Of what kind a graded evaluation is noted as is not known any more; the rest is the same.
    const told = `SELECT DISTINCT party_id, kind = 'ending' AS ends, project_id, year, evaluation, passed, from_day::text, until_day::text
      FROM credit_notes WHERE kind IN ('project', 'ending') OR evaluation IS NOT NULL
      ORDER BY party_id, from_day, evaluation, ends`;
    const asNoted = await stage.sql(told);
    expect(asNoted.filter(({ ends }) => ends as boolean)).toHaveLength(2);
    await asOwner(stage.ownerUrl, async (owner) => {
      const db = owner.createQueryRunner();
      await db.startTransaction();
      await db.query(`ALTER TABLE credit_notes DISABLE TRIGGER USER`);
      await db.query(`DELETE FROM credit_notes`);
      await new NoteEarlierProjects1790000000181().up(db);
      expect(await db.query(told)).toEqual(asNoted);
      await db.rollbackTransaction();
      await db.release();
    });
  });
});
