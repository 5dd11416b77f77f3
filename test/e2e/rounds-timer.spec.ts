import { Client, Connection } from '@temporalio/client';

import { Temporal } from '../../src/platform/temporal/temporal';
import { pathOf } from '../replay/history';
import { approvedRound, BEFORE_CALL, fundingBody } from '../support/round-story';
import { temporalAddress } from '../support/servers';
import { openStage, type Stage } from '../support/stage';

const PATIENCE_MS = 30_000;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
});
afterAll(() => stage.close());

/** The ways of all runs of a process, the latest first. */
async function runsOf(workflowId: string) {
  const connection = await Connection.connect({ address: await temporalAddress() });
  const { workflow } = new Client({ connection, namespace: stage.get(Temporal).namespace });
  const paths = [];
  for await (const { runId } of workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    paths.push(pathOf(await workflow.getHandle(workflowId, runId).fetchHistory()));
  }
  await connection.close();
  return paths;
}

it('a call opens by the timer of its process, on time, though nobody does anything', async () => {
  const { id } = await approvedRound(await fundingBody(stage));
  // Legal time stops short of the opening. The run that is begun here sees how long it is until then.
  await stage.advanceTo('2020-03-09T23:59:50+08:00');
  await stage.terminate('round', id);
  const until = performance.now() + PATIENCE_MS;
  let late: string | null = null;
  while (late === null && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [row] = await stage.sql(
      `SELECT extract(epoch FROM announced_at - '2020-03-10T00:00:00+08:00') AS late FROM rounds WHERE id = $1`,
      [id],
    );
    late = row.late;
  }
  expect(Number(late)).toBeGreaterThanOrEqual(0);
  expect(Number(late)).toBeLessThan(5);
  const [latest] = await runsOf(`round/${id}`);
  expect(latest!.visits).toContainEqual({ step: 'roundAnnounced', outcome: 'clock' });
});
