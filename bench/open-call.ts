import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../demo/actor';
import { City } from '../demo/city';
import { advanceTo } from '../demo/clock';
import { drawUpRound, waitForCall } from '../demo/draw-up-round';
import { bidders } from '../demo/small-round/bidders';
import { trueNowMs } from '../src/platform/clock/true-clock';
import { projectRoot } from '../src/platform/embedded';

/** A lot that takes bids, and organizations with API keys that may send them. */
export interface OpenCall {
  readonly roundId: string;
  readonly lotId: string;
  readonly revision: number;
  readonly organizer: Actor;
  readonly bidders: readonly RegisteredBidder[];
}

/** Who may bid for a party: signed in, and by a key that may do nothing else. */
export interface RegisteredBidder {
  readonly partyId: string;
  readonly actor: Actor;
  readonly token: string;
}

/** Legal time at which the service of a bench begins. */
export const BEGINS_AT = '2020-03-09T09:00:00+08:00';

const KEY_LASTS_MS = 24 * 3_600_000;

/** Sets up the small round of the examples until its call is open, through the public API. */
export async function openCall(administrator: Actor): Promise<OpenCall> {
  const city = await City.open(administrator);
  const organizer = await city.addOfficer('陈启明', 'chen.qiming', 'organizer');
  const approver = await city.addOfficer('沈主任', 'shen.zhuren', 'approver');
  const round = await announceRound({ administrator, organizer, approver, unitId: city.topId });
  const registered: RegisteredBidder[] = [];
  for (const { representative, code, kind, organization, creditCode, registeredOn } of bidders) {
    const actor = await city.addPerson(representative, `bidder.${code}`);
    const wanted = { kind, name: organization, creditCode, registeredOn };
    const party = await actor.ok.post('/v1/parties', wanted);
    const key = await actor.ok.post('/v1/api-keys', {
      name: 'bench',
      acts: ['bid.submit'],
      expiresAt: new Date(trueNowMs() + KEY_LASTS_MS).toISOString(),
    });
    registered.push({ partyId: party.id, actor, token: key.token });
  }
  return {
    roundId: round.id,
    lotId: round.lots[0].id,
    revision: round.revision,
    organizer,
    bidders: registered,
  };
}

/** Who draws up a round, and where. */
export interface AnnouncedPlan {
  readonly administrator: Actor;
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly unitId: string;
}

/** Draws up the small round of the examples and has it announced. @returns the round, its call open */
export async function announceRound(plan: AnnouncedPlan): Promise<any> {
  const { administrator, organizer, approver, unitId } = plan;
  const ruleSet = parse(
    readFileSync(join(projectRoot(), 'examples/small-round/rule-set.yaml'), 'utf8'),
  );
  const draft = await drawUpRound({
    ...{ organizer, approver, ruleSet, unitId, code: 'bench-2020' },
    programmeName: '2020年公益创投（测速）',
  });
  const approval = `/v1/rounds/${draft.id}/approval`;
  await approver.ok.post(approval, undefined, { ifMatch: draft.version });
  await advanceTo(administrator, '2020-03-10T09:00:00+08:00');
  return waitForCall(organizer, draft.id);
}
