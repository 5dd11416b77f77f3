import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import { CALL, type Script } from './bare-script';

const { bareActivity } = proxyActivities<{ bareActivity(key: string): Promise<void> }>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: '5s',
});

const callSignal = defineSignal(CALL);

/** As many signals and activities as a real process had, and nothing else. */
export async function bare(key: string, script: Script): Promise<void> {
  let calls = 0;
  setHandler(callSignal, () => {
    calls += 1;
  });
  for (const [n, activities] of script.entries()) {
    await condition(() => calls > n);
    for (let i = 0; i < activities; i += 1) await bareActivity(key);
  }
}
