import fc from 'fast-check';

import { processKinds, type ProcessKind } from '../../src/platform/record/domain-event';
import { openTimeSkippingLab, type WorkflowLab } from '../support/workflow-lab';
import { workflowLooks, workflowSteps } from '../support/workflow-steps';

type Answer = 'reached' | 'wait for a call' | 'wait for a clock' | 'fail' | 'ended';

/** What the record says to each step, call by call; after that each step is reached. */
type Answers = Readonly<Record<string, readonly Answer[]>>;

interface Story {
  readonly kind: ProcessKind;
  readonly record: Answers;
  /** After which calls, counted over all steps, how many signals come. */
  readonly signals: readonly { readonly afterCall: number; readonly count: number }[];
}

const answers = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Answer>('wait for a call', 'wait for a clock') },
    { weight: 2, arbitrary: fc.constant<Answer>('reached') },
    { weight: 2, arbitrary: fc.constant<Answer>('fail') },
    { weight: 1, arbitrary: fc.constant<Answer>('ended') },
  ),
  { maxLength: 3 },
);

const stories: fc.Arbitrary<Story> = fc.constantFrom(...processKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    record: fc.record(Object.fromEntries(workflowSteps(kind).map((step) => [step, answers]))),
    signals: fc.array(
      fc.record({ afterCall: fc.nat({ max: 20 }), count: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 5 },
    ),
  }),
);

/** The calls that the record alone asks for: a look is taken again until its last step is reached, and an end ends all. */
function expectedCalls({ kind, record }: Story): string[] {
  const calls: string[] = [];
  const call = (step: string): Answer => {
    const nth = calls.filter((called) => called === step).length;
    calls.push(step);
    const answer = record[step]?.[nth] ?? 'reached';
    return answer === 'fail' ? call(step) : answer;
  };
  const look = (steps: readonly string[]): Answer => {
    const [step, ...others] = steps;
    const answer = call(step!);
    return answer === 'ended' || others.length === 0 ? answer : look(others);
  };
  for (const steps of workflowLooks[kind]) {
    let answer = look(steps);
    while (answer !== 'reached' && answer !== 'ended') answer = look(steps);
    if (answer === 'ended') break;
  }
  return calls;
}

const standings = {
  reached: {},
  'wait for a call': { reached: false },
  'wait for a clock': { reached: false, nextLookMs: 3_600_000 },
  fail: new Error('down'),
  ended: { reached: true, ended: true },
} as const;

let lab: WorkflowLab;

beforeAll(async () => {
  lab = await openTimeSkippingLab();
});
afterAll(() => lab.close());

async function play({ kind, record, signals }: Story): Promise<string[]> {
  const sent: Promise<void>[] = [];
  const played = await lab.play(kind, (step, nth, { calls, lookAgain }) => {
    for (const { afterCall, count } of signals) {
      if (afterCall !== calls.length) continue;
      // One that comes after the end finds nobody, as in production.
      for (let n = 0; n < count; n += 1) sent.push(lookAgain().catch(() => undefined));
    }
    return standings[record[step]?.[nth - 1] ?? 'reached'];
  });
  await played.ended();
  await Promise.all(sent);
  return played.steps();
}

describe('for any record and any signals', () => {
  it('takes exactly the steps that the record asks for, in order, and none after an end', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const taken = await play(story);
        expect(taken).toEqual(expectedCalls(story));
        const places = taken.map((step) =>
          workflowLooks[story.kind].findIndex((look) => look.includes(step)),
        );
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('takes the same steps with signals as without', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        expect(await play(story)).toEqual(await play({ ...story, signals: [] }));
      }),
      { numRuns: 20 },
    );
  });
});
