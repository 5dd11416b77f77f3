import { processKinds } from '../../src/platform/record/domain-event';
import { openTimeSkippingLab, type Script, type WorkflowLab } from '../support/workflow-lab';
import { workflowLooks, workflowSteps } from '../support/workflow-steps';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const reached: Script = () => ({});

/** Not reached at the first calls of a step, and then reached. */
const waitsAt =
  (waiting: string, times: number, nextLookMs: number | null = null): Script =>
  (step, nth) =>
    step === waiting && nth <= times ? { reached: false, nextLookMs } : {};

let lab: WorkflowLab;

beforeAll(async () => {
  lab = await openTimeSkippingLab();
});
afterAll(() => lab.close());

/** The last step of each look, which is the one that waits. */
const waitingSteps = (kind: (typeof processKinds)[number]) =>
  workflowLooks[kind].map((look) => look.at(-1)!);

describe.each(processKinds)('%s', (kind) => {
  const steps = workflowSteps(kind);

  it('takes its steps in their order and ends', async () => {
    const played = await lab.play(kind, reached);
    await played.ended();
    expect(played.steps()).toEqual(steps);
  });

  it.each(waitingSteps(kind))('looks again at %s when it is told to, at once', async (waiting) => {
    const played = await lab.play(kind, waitsAt(waiting, 2));
    const look = workflowLooks[kind].find((of) => of.includes(waiting))!;
    const before = steps.indexOf(waiting) + 1;
    await played.called(before);
    await played.lookAgain();
    await played.called(before + look.length);
    await played.lookAgain();
    await played.ended();
    const again = [...look, ...look];
    expect(played.steps()).toEqual([...steps.slice(0, before), ...again, ...steps.slice(before)]);
    const [first, last] = [played.calls[0]!, played.calls.at(-1)!];
    expect(last.atMs - first.atMs).toBeLessThan(HOUR_MS);
  });

  it.each(waitingSteps(kind))('looks again at %s when its next clock is due', async (waiting) => {
    const played = await lab.play(kind, waitsAt(waiting, 1, 3 * DAY_MS));
    await played.ended();
    const [first, second] = played.calls.filter(({ step }) => step === waiting);
    expect(second!.atMs - first!.atMs).toBeGreaterThanOrEqual(3 * DAY_MS);
    expect(second!.atMs - first!.atMs).toBeLessThan(3 * DAY_MS + HOUR_MS);
  });

  it.each(steps)('ends when %s finds the process ended, and takes no step more', async (last) => {
    const upTo = steps.slice(0, steps.indexOf(last) + 1);
    for (const isReached of [true, false]) {
      const script: Script = (step) => (step === last ? { ended: true, reached: isReached } : {});
      const played = await lab.play(kind, script);
      await played.ended();
      expect(played.steps()).toEqual(upTo);
    }
  });

  it.each(steps)('takes %s again until it succeeds', async (failing) => {
    const script: Script = (step, nth) => (step === failing && nth <= 3 ? new Error('down') : {});
    const played = await lab.play(kind, script);
    await played.ended();
    const at = steps.indexOf(failing);
    const tries = [failing, failing, failing];
    expect(played.steps()).toEqual([...steps.slice(0, at), ...tries, ...steps.slice(at)]);
  });
});

describe('any workflow', () => {
  it('looks again within 30 days though nothing called', async () => {
    const played = await lab.play('payment', waitsAt('vouchersIn', 1, null));
    await played.ended();
    const [first, second] = played.calls.filter(({ step }) => step === 'vouchersIn');
    expect((second!.atMs - first!.atMs) / DAY_MS).toBeCloseTo(30, 1);
  });
});
