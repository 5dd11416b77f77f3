import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../demo/actor';
import { City } from '../demo/city';
import { advanceTo, waitFor } from '../demo/clock';
import { bidders } from '../demo/small-round/bidders';
import { trueNowMs } from '../src/platform/clock/true-clock';
import { projectRoot } from '../src/platform/embedded';

/** A lot that takes bids, and organizations with API keys that may send them. */
export interface OpenCall {
  readonly lotId: string;
  readonly revision: number;
  readonly bidders: readonly { readonly partyId: string; readonly token: string }[];
}

/** Legal time at which the service of a bench begins. */
export const BEGINS_AT = '2020-03-09T09:00:00+08:00';

const KEY_LASTS_MS = 24 * 3_600_000;

/** Sets up the small round of the examples until its call is open, through the public API. */
export async function openCall(administrator: Actor): Promise<OpenCall> {
  const city = await City.open(administrator);
  const organizer = await city.addOfficer('陈启明', 'chen.qiming', 'organizer');
  const approver = await city.addOfficer('沈主任', 'shen.zhuren', 'approver');
  const ruleSet = parse(
    readFileSync(join(projectRoot(), 'examples/small-round/rule-set.yaml'), 'utf8'),
  );
  const fund = await organizer.ok.post('/v1/funds', {
    code: 'welfare-lottery',
    name: '福利彩票公益金',
    source: 'welfare-lottery',
  });
  const [pot] = ruleSet.funding;
  const amount = { amount: pot.amount, currency: 'CNY' };
  await approver.ok.post(`/v1/funds/${fund.id}/budgets`, { year: 2020, amount });
  const programme = await organizer.ok.post('/v1/programmes', {
    unitId: city.topId,
    year: 2020,
    stream: 'public-interest-venture',
    name: '2020年公益创投（测速）',
  });
  const draft = await organizer.ok.post('/v1/rounds', {
    programmeId: programme.id,
    code: 'bench-2020',
    ruleSet,
    pots: [{ code: pot.code, fundId: fund.id }],
  });
  const path = `/v1/rounds/${draft.id}`;
  await approver.ok.post(`${path}/approval`, undefined, { ifMatch: draft.version });
  await advanceTo(administrator, '2020-03-10T09:00:00+08:00');
  const round = await waitFor('the announcement', async () => {
    const seen = await organizer.ok.get(path);
    return seen.state === 'announced' && seen.lots[0].state === 'open' ? seen : null;
  });
  const registered: { partyId: string; token: string }[] = [];
  for (const { representative, code, kind, organization, creditCode, registeredOn } of bidders) {
    const actor = await city.addPerson(representative, `bidder.${code}`);
    const wanted = { kind, name: organization, creditCode, registeredOn };
    const party = await actor.ok.post('/v1/parties', wanted);
    const key = await actor.ok.post('/v1/api-keys', {
      name: 'bench',
      acts: ['bid.submit'],
      expiresAt: new Date(trueNowMs() + KEY_LASTS_MS).toISOString(),
    });
    registered.push({ partyId: party.id, token: key.token });
  }
  return { lotId: round.lots[0].id, revision: round.revision, bidders: registered };
}
