import { openDevelopmentLab, type Played, type WorkflowLab } from '../support/workflow-lab';
import { workflowBundle } from '../support/workflow-bundle';
import { lastStepsExchanged, orderPatched } from '../support/workflow-changes';

let lab: WorkflowLab;

beforeAll(async () => {
  lab = await openDevelopmentLab();
});
afterEach(async () => lab.redeploy(await workflowBundle()));
afterAll(() => lab.close());

/** A payment that waits for its vouchers until it is called. */
async function begun(): Promise<Played> {
  const played = await lab.play('payment', (step, nth) =>
    step === 'vouchersIn' && nth === 1 ? { reached: false } : {},
  );
  await played.called(2);
  return played;
}

/** Of Temporal's `WorkflowTaskFailedCause`. */
const NON_DETERMINISTIC_ERROR = 24;

const inOldOrder = ['batchSent', 'vouchersIn', 'vouchersIn', 'batchSettled'];

it('what runs finishes in its old order on a release with a patch, and what begins later takes the new one', async () => {
  const old = await begun();
  await lab.redeploy(await workflowBundle(orderPatched));
  await old.lookAgain();
  await old.ended();
  expect(old.steps()).toEqual(inOldOrder);

  const young = await lab.play('payment', () => ({}));
  await young.ended();
  expect(young.steps()).toEqual(['batchSent', 'batchSettled', 'vouchersIn']);
});

it('what runs stands still on a release that changes the order without a patch, and finishes on the next good one', async () => {
  const old = await begun();
  await lab.redeploy(await workflowBundle(lastStepsExchanged));
  await old.lookAgain();
  expect(await causeOfFirstFailure(old)).toBe(NON_DETERMINISTIC_ERROR);
  expect(old.steps()).toEqual(inOldOrder.slice(0, 2));

  await lab.redeploy(await workflowBundle());
  await old.ended();
  expect(old.steps()).toEqual(inOldOrder);
});

async function causeOfFirstFailure({ handle }: Played): Promise<unknown> {
  for (;;) {
    const { events } = await handle.fetchHistory();
    const failed = events!.find(
      ({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes,
    );
    if (failed) return failed.workflowTaskFailedEventAttributes!.cause;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
