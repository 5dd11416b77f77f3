import type { Actor } from './actor';
import { waitFor } from './clock';

/** What is drawn up, and by whom. */
export interface RoundPlan {
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly unitId: string;
  readonly ruleSet: any;
  readonly code: string;
  readonly programmeName: string;
}

/** A fund with this year's money, a programme and the draft of its round. @returns the draft */
export async function drawUpRound(plan: RoundPlan): Promise<any> {
  const { organizer, approver, unitId, ruleSet, code, programmeName } = plan;
  const fund = await organizer.ok.post('/v1/funds', {
    code: 'welfare-lottery',
    name: '福利彩票公益金',
    source: 'welfare-lottery',
    earmark: '敬老、扶幼、救孤、助残、济困',
  });
  const [pot] = ruleSet.funding;
  const amount = { amount: pot.amount, currency: 'CNY' };
  await approver.ok.post(`/v1/funds/${fund.id}/budgets`, { year: 2020, amount });
  const programme = await organizer.ok.post('/v1/programmes', {
    unitId,
    year: 2020,
    stream: 'public-interest-venture',
    name: programmeName,
  });
  return organizer.ok.post('/v1/rounds', {
    programmeId: programme.id,
    code,
    ruleSet,
    pots: [{ code: pot.code, fundId: fund.id }],
  });
}

/** Waits until a round is announced and its first lot takes bids. @returns the round */
export function waitForCall(organizer: Actor, roundId: string): Promise<any> {
  return waitFor('the announcement', async () => {
    const seen = await organizer.ok.get(`/v1/rounds/${roundId}`);
    return seen.state === 'announced' && seen.lots[0].state === 'open' ? seen : null;
  });
}
